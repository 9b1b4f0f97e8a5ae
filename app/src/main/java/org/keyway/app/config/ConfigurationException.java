package org.keyway.app.config;

/** Thrown for a configuration that nothing can be started with; the message says what to change. */
public final class ConfigurationException extends Exception {
    private static final long serialVersionUID = 1L;

    public ConfigurationException(String message) {
        super(message);
    }
}
