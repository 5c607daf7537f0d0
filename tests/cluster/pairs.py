"""Two processes on one database, as far as they share anything. Tests nothing."""

from bot.cluster.postgres.cluster import PostgresCluster

Pair = tuple[PostgresCluster, PostgresCluster]
