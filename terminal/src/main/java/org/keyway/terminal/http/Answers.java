package org.keyway.terminal.http;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks the executor on whose threads late answers are written: those of the HTTP server, never those of job control. */
@Qualifier @Retention(RetentionPolicy.RUNTIME)
public @interface Answers {}
