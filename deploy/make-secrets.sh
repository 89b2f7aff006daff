#!/bin/sh
# Makes the passwords and the sealing key of docker-compose.yml in deploy/secrets, once: what is there is kept.
# The folder is closed to others on this machine; the files are readable, because each container reads them as a user
# of its own.
set -eu
umask 077
folder="$(dirname "$0")/secrets"
mkdir -p "$folder"

keep() {
  [ -s "$folder/$1" ] || printf '%s\n' "$2" >"$folder/$1"
  chmod 0444 "$folder/$1"
}

keep postgres_password "$(openssl rand -hex 24)"
keep temporal_password "$(openssl rand -hex 24)"
keep loive_password "$(openssl rand -hex 24)"
keep database_url "postgresql://loive:$(cat "$folder/loive_password")@postgres:5432/loive"
keep loive_key "$(openssl rand -base64 32)"
keep metrics_token "$(openssl rand -hex 24)"
echo "The secrets are in $folder. Keep a copy of loive_key elsewhere: without it sealed personal data cannot be read."
