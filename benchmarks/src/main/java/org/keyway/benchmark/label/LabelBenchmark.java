package org.keyway.benchmark.label;

import com.google.inject.Guice;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.keyway.identifier.Identification;
import org.keyway.identifier.IdentifierModule;
import org.keyway.identifier.ProductRegistry;
import org.keyway.identifier.Scan;
import org.keyway.identifier.ScanParser;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The whole way from a scan to an identification, for labels of which each kind costs something else. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LabelBenchmark {
    private final ScanParser parser = Guice.createInjector(
                    new IdentifierModule(),
                    binder -> binder.bind(ProductRegistry.class).toInstance(key -> Optional.empty()),
                    binder -> binder.bind(Clock.class).toInstance(Clock.systemUTC()))
            .getInstance(ScanParser.class);
    private final Scan elementString = Scan.of("]d2010690123400001610HT2411\u001D21QX162FMJ0000123");
    private final Scan digitalLink = Scan.of("]Q1https://id.example.com/01/06901234000016/10/HT2411/21/0000123");
    private final Scan plain = Scan.of("CB-150 rev b 0042");
    private final Scan digits = Scan.of("202401310042");

    /** GTIN, lot and serial in a Data Matrix: the symbol declares what it is. */
    @Benchmark
    public Identification elementString() {
        return parser.parse(elementString);
    }

    /** The same three elements as a web address. */
    @Benchmark
    public Identification digitalLink() {
        return parser.parse(digitalLink);
    }

    /** A code of the shop's own: every scheme is offered it, none knows it. */
    @Benchmark
    public Identification plain() {
        return parser.parse(plain);
    }

    /** A code of digits only, as a serial number: it begins as many schemes do. */
    @Benchmark
    public Identification digits() {
        return parser.parse(digits);
    }
}
