package org.keyway.profile.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.util.Optional;
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
        "90, m/min, m/s, 1.5"
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
}
