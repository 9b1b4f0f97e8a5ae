package org.keyway.profile;

/**
 * One of the values that an enumeration allows.
 *
 * @param value what the machine gets: a {@code BigDecimal} or {@code String}
 * @param name what a set may write instead
 */
public record Choice(Object value, String name, Name label) {
    public Choice {
        value = ParameterValue.normalised(value);
    }
}
