-- The clock of a run: the schema stands before pg_catalog in the search path.
CREATE SCHEMA chaos;
CREATE TABLE chaos.shift (ahead interval NOT NULL);
INSERT INTO chaos.shift VALUES ('0');
CREATE FUNCTION chaos.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE AS
  'SELECT pg_catalog.clock_timestamp() + (SELECT ahead FROM chaos.shift)';
CREATE TABLE chaos.taken_alive (
  at timestamptz NOT NULL DEFAULT pg_catalog.clock_timestamp(), what text, was jsonb, became jsonb);
