/// Speed and memory, measured by hand: `mvn -Pbench verify [-Dbench=PATTERN]` prints one table. Never part of the
/// tests.
package io.poseidon.workbench.bench;
