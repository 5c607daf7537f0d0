-- Moments to leave as a row of their own each time some are given. The newest is found at once, however long a
-- transaction beside it holds vacuum back; versions of one row were walked through each time. The former release
-- goes on with its own table until it is gone.
-- works with: 3

CREATE UNLOGGED TABLE departures_given (
  token text NOT NULL,
  number bigint NOT NULL,
  slots double precision[] NOT NULL,
  bulk_from double precision NOT NULL,
  paused_until double precision NOT NULL,
  PRIMARY KEY (token, number)
);
