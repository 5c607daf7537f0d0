-- A move of all documents into this database: until it has ended no bot serves from it.
-- works with: 1

CREATE TABLE moves (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  source text NOT NULL,
  begun_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz
);
