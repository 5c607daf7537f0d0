-- What the documents' own tables, made from the kinds, stand on.
-- works with: 1

-- Which programs have written which kind: so that one of them fills in what another did not know.
CREATE TABLE document_forms (
  kind text NOT NULL,
  facts_form text NOT NULL, -- what its facts are and mean: see table.py
  version integer NOT NULL, -- of the stored form
  seen_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (kind, facts_form)
);

-- Documents deleted within the last minutes, for whoever keeps copies of them; then nothing tells of them.
CREATE TABLE documents_dropped (
  kind text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  changed bigint NOT NULL, -- the transaction
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON documents_dropped (kind, changed);
CREATE INDEX ON documents_dropped (kind, key);

-- The newest transaction among those whose drops are told of no more.
CREATE TABLE drops_forgotten (
  kind text PRIMARY KEY,
  changed bigint NOT NULL
);
