-- Puts down each claim, and each lead, that is taken while that of another runs. Clocks of processes may be wrong
-- by what a question to the database takes.
CREATE FUNCTION chaos.watch_chunk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO chaos.taken_alive (what, was, became)
  SELECT 'delivery ' || NEW.key || ' ' || (o->>'person'), o->'lease', n->'lease'
  FROM jsonb_array_elements(OLD.document->'deliveries') o, jsonb_array_elements(NEW.document->'deliveries') n
  WHERE o->>'person' = n->>'person' AND o->>'outcome' = 'jalan' AND n->>'outcome' = 'jalan'
    AND o->'lease'->>'owner' <> n->'lease'->>'owner' AND (o->'lease'->>'until')::timestamptz > chaos.clock_timestamp() + interval '50 ms';
  RETURN NULL; END $$;
CREATE TRIGGER watch AFTER UPDATE ON chaos.documents_chunks
  FOR EACH ROW EXECUTE FUNCTION chaos.watch_chunk();
CREATE FUNCTION chaos.watch_person() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE o jsonb := OLD.document->'outbound'->'claim'; n jsonb := NEW.document->'outbound'->'claim'; BEGIN
  IF o->'lease'->>'owner' <> n->'lease'->>'owner' AND (o->'lease'->>'until')::timestamptz > chaos.clock_timestamp() + interval '50 ms' THEN
    INSERT INTO chaos.taken_alive (what, was, became) VALUES ('reminder ' || NEW.key, o, n);
  END IF;
  RETURN NULL; END $$;
CREATE TRIGGER watch AFTER UPDATE ON chaos.documents_people
  FOR EACH ROW EXECUTE FUNCTION chaos.watch_person();
CREATE FUNCTION chaos.watch_lead() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF OLD.owner <> NEW.owner AND OLD.until > chaos.clock_timestamp() + interval '50 ms' THEN
    INSERT INTO chaos.taken_alive (what, was, became) VALUES ('lead', to_jsonb(OLD), to_jsonb(NEW));
  END IF;
  RETURN NULL; END $$;
CREATE TRIGGER watch AFTER UPDATE ON chaos.leases FOR EACH ROW EXECUTE FUNCTION chaos.watch_lead();
