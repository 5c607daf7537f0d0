-- What several processes agree on beside documents: nothing here need survive a crash of the server.
-- works with: 1

-- Who leads: a lease by the clock of the database, and a fencing token that rises when another takes it.
CREATE TABLE leases (
  name text PRIMARY KEY,
  owner text NOT NULL,
  epoch bigint NOT NULL,
  until timestamptz NOT NULL
);

-- When messages of the bot's token left lately or will leave, in seconds by the clock of the database.
CREATE UNLOGGED TABLE departures (
  token text PRIMARY KEY,
  slots double precision[] NOT NULL DEFAULT '{}',
  bulk_from double precision NOT NULL DEFAULT 0,
  paused_until double precision NOT NULL DEFAULT 0
);
