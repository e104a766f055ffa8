"""Reads the answers of many teams on many machines, and writes what follows as Parquet.

    spark-submit spark.py LIST OUT [--assess PROGRAM] [--files-per-task N] [--as-of DATE]

LIST names an answers file a line, by paths that every machine reaches. Each task pipes its part of the list through
`assess rollup --files-from - --format ndjson`, which has to be installed on every machine (or sent there with
`--files assess` and named `--assess ./assess`). OUT/rows has a row a file and sub-domain or node above it, OUT/levels how
many teams have which level, OUT/broken the files that could not be read: the logs of the tasks say why.
"""

import argparse
import os
import shlex

from pyspark.sql import SparkSession
from pyspark.sql import functions as F

# What is kept of a row. What a key holds is said, not guessed: to guess, Spark would run every task twice.
ROW = """
    path STRING, team STRING, system STRING, owner STRING, date DATE, model STRING, model_version STRING,
    id STRING, parent STRING, kind STRING, name_en STRING, name_zh STRING, state STRING,
    level TINYINT, best TINYINT, worst TINYINT, partial BOOLEAN, score DECIMAL(4, 2),
    answered SMALLINT, not_applicable SMALLINT, excepted SMALLINT, total SMALLINT
"""


def read_rows(spark, names, given):
    """The rows of all files; each is read once, by one task."""
    # A task without a name would find no file, which is an error.
    tasks = max(1, -(-len(names) // given.files_per_task))
    command = [given.assess, "rollup", "--files-from", "-", "--format", "ndjson", "--threads", "1", "--exit-zero"]
    if given.as_of:
        command += ["--as-of", given.as_of]
    # What is piped through has no environment but this one: without a PATH only /bin and /usr/bin are searched.
    environment = {"PATH": os.environ.get("PATH", os.defpath)}
    piped = spark.sparkContext.parallelize(names, tasks).pipe(shlex.join(command), environment, checkCode=True)
    return spark.read.schema(ROW).option("mode", "FAILFAST").json(piped)


def count_levels(rows):
    """How many teams have which level for certain, node by node; the whole once for every scope."""
    areas = rows.where("kind = 'area'").groupBy("path").agg(F.sort_array(F.collect_list("id")).alias("areas"))
    scope = F.when(F.col("kind") == "model", F.col("areas")).alias("scope")
    known = [F.count(F.when(F.col("level") == level, 1)).alias(f"level_{level}") for level in range(1, 6)]
    is_open = F.col("level").isNull() & (F.col("state") != "not-applicable")
    return (
        rows.join(areas, "path")
        .groupBy("id", "kind", scope)
        .agg(
            F.count("*").alias("teams"),
            *known,
            F.count(F.when(is_open, 1)).alias("open"),
            F.count(F.when(F.col("state") == "not-applicable", 1)).alias("not_applicable"),
            F.expr("percentile_disc(0.5) WITHIN GROUP (ORDER BY level)").cast("tinyint").alias("median"),
            F.min("level").alias("lowest"),
        )
    )


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("list")
    arguments.add_argument("out")
    arguments.add_argument("--assess", default="assess", help="the program, as every machine finds it")
    arguments.add_argument("--files-per-task", type=int, default=10_000)
    arguments.add_argument("--as-of", help="the day on which what has expired is judged [default: today]")
    given = arguments.parse_args()

    spark = SparkSession.builder.appName("assess rollup").getOrCreate()
    names = [row.value for row in spark.read.text(given.list).collect() if row.value]
    read_rows(spark, names, given).write.mode("overwrite").parquet(f"{given.out}/rows")
    # From here on nothing is read a second time but the rows themselves.
    rows = spark.read.parquet(f"{given.out}/rows")
    count_levels(rows).coalesce(1).write.mode("overwrite").parquet(f"{given.out}/levels")
    files = spark.createDataFrame([(name,) for name in names], "path STRING")
    broken = files.join(rows.where("kind = 'model'"), "path", "left_anti")
    broken.coalesce(1).write.mode("overwrite").parquet(f"{given.out}/broken")
    read = rows.where("kind = 'model'").count()
    print(f"{read} of {len(names)} files read, {broken.count()} could not be")
    spark.stop()


if __name__ == "__main__":
    main()
