package org.keyway.profile.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnitsTest {
    private final Units units = Units.table();

    @ParameterizedTest
    @CsvSource({
        "8.5, m/min, mm/min, 8500",
        "25.4, mm, µm, 25400",
        "1, °, °, 1",
        "120, s, min, 2",
        "100, °C, K, 373.15",
        "0.12, mm, µm, 120",
        "6.3, bar, kPa, 630",
        "90, m/min, m/s, 1.5",
        "212, °F, °C, 100",
        "-40, °C, °F, -40",
        "0, K, °F, -459.67",
        "1, in, mm, 25.4",
        "1, lbf·ft, N·m, 1.3558179483314004",
        "10, N·m, cN·m, 1000",
        "6, °/s, r/min, 1",
        "1, gal/min, l/min, 3.785411784",
        "1, atm, bar, 1.01325",
        "2, lb, kg, 0.90718474",
        "1, g/cm³, kg/m³, 1000",
        "0.5, %, ppm, 5000"
    })
    void aConversionIsExact(BigDecimal value, String from, String to, BigDecimal expected) {
        assertEquals(Optional.of(expected), units.convert(value, from, to));
    }

    @Test
    void thereAndBackGivesTheSameValue() {
        BigDecimal pressure = new BigDecimal("7.35");
        BigDecimal inPascal = units.convert(pressure, "bar", "kPa").orElseThrow();
        assertEquals(Optional.of(pressure), units.convert(inPascal, "kPa", "bar"));
    }

    @Test
    void unitsOfDifferentThingsAreNeverConverted() {
        assertFalse(units.convertible("mm", "bar"));
        assertEquals(Optional.empty(), units.convert(BigDecimal.ONE, "mm", "bar"));
        assertEquals(Optional.empty(), units.convert(BigDecimal.ONE, "mm", "furlong"));
    }

    @Test
    void aUnitCarriesItsOpcUaUnitId() {
        assertEquals(5066068, units.find("mm").orElseThrow().unitId());
    }

    @ParameterizedTest
    @CsvSource({"9, °F, °C, 5", "5, °C, °F, 9", "1, K, °C, 1", "1.8, °F, K, 1", "1, bar, kPa, 100"})
    void aDifferenceIsConvertedWithoutTheOffset(BigDecimal value, String from, String to, BigDecimal expected) {
        assertEquals(Optional.of(expected), units.convertDifference(value, from, to));
    }

    @Test
    void everyUnitHasACodeOfRecommendation20OrOneOfOurOwnAndASymbolForItself() {
        Set<String> codes = new HashSet<>();
        Set<String> symbols = new HashSet<>();
        for (UnitOfMeasure unit : units.all()) {
            assertTrue(unit.code().matches("[0-9A-Z]{2,3}|[a-z/]+"), unit.code());
            assertTrue(codes.add(unit.code()), unit.code());
            assertTrue(symbols.add(unit.symbol()), unit.symbol());
            assertTrue(unit.numerator().signum() > 0 && unit.denominator().signum() > 0, unit.code());
            assertEquals(Optional.of(unit), units.find(unit.code()));
            assertEquals(Optional.of(unit), units.find(unit.symbol()));
            assertEquals(unit.code().matches("[0-9A-Z]+") ? unit.code() : "", characters(unit.unitId()));
        }
        assertTrue(codes.size() > 150);
    }

    private static String characters(int unitId) {
        StringBuilder code = new StringBuilder();
        for (int rest = unitId; rest > 0; rest >>= 8) {
            code.insert(0, (char) (rest & 0xFF));
        }
        return code.toString();
    }

    @Test
    void everyDimensionHasOneBaseAndEveryValueComesBackFromEveryUnitOfIt() {
        BigDecimal value = new BigDecimal("12.34");
        for (UnitOfMeasure one : units.all()) {
            for (UnitOfMeasure other : units.all()) {
                boolean alike = one.dimension().equals(other.dimension());
                assertEquals(alike, units.convertible(one.code(), other.code()));
                if (alike) {
                    assertComesBack(value, one.code(), other.code());
                }
            }
        }
    }

    /** Exactly; where the quotient has no end, to the eighteenth digit. */
    private void assertComesBack(BigDecimal value, String from, String to) {
        BigDecimal there = units.convert(value, from, to).orElseThrow();
        BigDecimal back = units.convert(there, to, from).orElseThrow();
        boolean endless = there.precision() >= 17;
        BigDecimal off = back.subtract(value).abs();
        assertTrue(
                off.compareTo(endless ? new BigDecimal("1e-14") : BigDecimal.ZERO) <= 0, from + " " + to + " " + off);
    }

    @Test
    void aUnitThatIsTheBaseOfItsDimensionConvertsAsItIs() {
        Map<String, Long> bases = units.all().stream()
                .filter(unit -> unit.numerator().compareTo(unit.denominator()) == 0
                        && unit.offset().signum() == 0)
                .collect(Collectors.groupingBy(UnitOfMeasure::dimension, Collectors.counting()));

        assertEquals(units.all().stream().map(UnitOfMeasure::dimension).collect(Collectors.toSet()), bases.keySet());
    }
}
