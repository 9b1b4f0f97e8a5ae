/**
 * What it costs to read a label, by JMH: {@code java -cp 'benchmarks/target/lib/*:benchmarks/target/classes'
 * org.openjdk.jmh.Main LabelBenchmark -prof gc}. The scan parser is wired as the product wires it; no registry is asked.
 */
@NullMarked
package org.keyway.benchmark.label;

import org.jspecify.annotations.NullMarked;
