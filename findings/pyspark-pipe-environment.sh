#!/usr/bin/env bash
# PySpark's `RDD.pipe` runs the program without any environment: no PATH, no HOME, no LANG.
#
# PySpark 4.3.0, Java 17:
#
#     spark.sparkContext.parallelize(["x"]).pipe("env").collect()                   []
#     spark.sparkContext.parallelize(["x"]).pipe("env", {"A": "1"}).collect()       ["A=1"]
#
# The documentation calls `env` "environment variables to set"; they are all there are: `Popen(…, env=env or {})`. In Scala the
# same method adds them to those of the executor. Without a PATH, Python looks for the program in /bin and /usr/bin alone,
# so that one in /usr/local/bin is `No such file or directory` in the log of a task, where the shell of that very machine
# finds it; a shell script that is piped through has the PATH that its shell makes up, and programs that ask for HOME, TMPDIR
# or the language find nothing. The way out is to hand it on: `pipe(command, env=dict(os.environ))`, or what of it is meant,
# as that of the driver is not that of the executors.
set -euo pipefail
command -v java >/dev/null || { echo "Java 17 is missing: install it and run this again" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pyspark==4.3.0 py4j==0.10.9.9
cd "$work"

mkdir tools
printf '#!/bin/sh\necho found\n' >tools/tool-of-mine
chmod +x tools/tool-of-mine
export PATH=$work/tools:$PATH SPARK_LOCAL_IP=127.0.0.1 SPARK_LOCAL_HOSTNAME=localhost
tool-of-mine >/dev/null
venv/bin/python - 2>"$work/log" <<'EOF' || { grep -B 9 changed "$work/log"; exit 1; }
import os

from pyspark.sql import SparkSession

spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
one = spark.sparkContext.parallelize(["x"], 1)
found = one.pipe("env").collect()
assert found == [], f"changed: {found}"
found = one.pipe("env", {"A": "1"}).collect()
assert found == ["A=1"], f"changed: {found}"
try:
    found = one.pipe("tool-of-mine").collect()
except Exception as error:
    found = str(error)
assert "FileNotFoundError" in str(found), f"changed: {found}"
# The way out.
assert one.pipe("tool-of-mine", {"PATH": os.environ["PATH"]}).collect() == ["found"]
assert "HOME" in {line.split("=")[0] for line in one.pipe("env", dict(os.environ)).collect()}
spark.stop()
EOF
echo "as described: a program that PySpark pipes through has no environment"
