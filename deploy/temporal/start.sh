#!/bin/sh
# The server takes its password from the environment alone; here it comes from the mounted secret.
set -eu
POSTGRES_PWD="$(cat /run/secrets/temporal_password)"
export POSTGRES_PWD
exec /etc/temporal/entrypoint.sh
