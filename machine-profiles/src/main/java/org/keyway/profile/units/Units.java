package org.keyway.profile.units;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The closed table of units. */
public final class Units {
    private static final Units TABLE = read();
    /** Digits kept where a quotient has no end, such as a third; everything else is exact. */
    private static final MathContext ENDLESS = new MathContext(20, RoundingMode.HALF_EVEN);

    private final Map<String, UnitOfMeasure> bySymbol = new HashMap<>();

    private Units() {}

    /** The table that comes with Keyway. */
    public static Units table() {
        return TABLE;
    }

    /** Every unit, in no order. */
    public Collection<UnitOfMeasure> all() {
        return Set.copyOf(bySymbol.values());
    }

    /** The unit with this symbol, code or alias. */
    public Optional<UnitOfMeasure> find(String symbol) {
        return Optional.ofNullable(bySymbol.get(symbol));
    }

    /** Whether values in one unit can be expressed in the other. */
    public boolean convertible(String from, String to) {
        return find(from)
                .flatMap(source -> find(to).filter(target -> source.dimension().equals(target.dimension())))
                .isPresent();
    }

    /** The value in another unit; empty when a unit is unknown or they measure different things. */
    public Optional<BigDecimal> convert(BigDecimal value, String from, String to) {
        if (from.equals(to)) {
            return find(from).map(unit -> value);
        }
        return convertible(from, to) ? Optional.of(convert(value, bySymbol(from), bySymbol(to))) : Optional.empty();
    }

    /** A difference in another unit, such as 1 K for 1 °C; empty when a unit is unknown or they measure different things. */
    public Optional<BigDecimal> convertDifference(BigDecimal difference, String from, String to) {
        if (!convertible(from, to)) {
            return Optional.empty();
        }
        UnitOfMeasure source = bySymbol(from);
        UnitOfMeasure target = bySymbol(to);
        BigDecimal numerator = difference.multiply(source.numerator()).multiply(target.denominator());
        return Optional.of(plain(exactOrRounded(numerator, source.denominator().multiply(target.numerator()))));
    }

    private UnitOfMeasure bySymbol(String symbol) {
        return find(symbol).orElseThrow();
    }

    private static BigDecimal convert(BigDecimal value, UnitOfMeasure from, UnitOfMeasure to) {
        if (from.equals(to)) {
            return value;
        }
        BigDecimal numerator =
                value.add(from.offset()).multiply(from.numerator()).multiply(to.denominator());
        BigDecimal denominator = from.denominator().multiply(to.numerator());
        return plain(exactOrRounded(numerator, denominator).subtract(to.offset()));
    }

    private static BigDecimal exactOrRounded(BigDecimal numerator, BigDecimal denominator) {
        try {
            return numerator.divide(denominator);
        } catch (ArithmeticException endless) {
            return numerator.divide(denominator, ENDLESS);
        }
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static Units read() {
        Units units = new Units();
        try (InputStream file = Units.class.getResourceAsStream("units.tsv")) {
            if (file == null) {
                throw new IllegalStateException("units.tsv is missing");
            }
            new BufferedReader(new InputStreamReader(file, UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(units::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return units;
    }

    private void add(String line) {
        String[] column = line.split("\t", -1);
        UnitOfMeasure unit = new UnitOfMeasure(
                column[0],
                column[1],
                column[2],
                new BigDecimal(column[3]),
                new BigDecimal(column[4]),
                new BigDecimal(column[5]));
        put(unit.code(), unit);
        put(unit.symbol(), unit);
        for (String alias : column[6].isEmpty() ? new String[0] : column[6].split(" ")) {
            put(alias, unit);
        }
    }

    private void put(String name, UnitOfMeasure unit) {
        UnitOfMeasure other = bySymbol.putIfAbsent(name, unit);
        if (other != null && !other.equals(unit)) {
            throw new IllegalStateException("unit " + name + " stands for " + other.code() + " and " + unit.code());
        }
    }
}
