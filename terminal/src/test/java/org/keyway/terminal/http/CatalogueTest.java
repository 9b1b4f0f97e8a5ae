package org.keyway.terminal.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyway.identifier.MessageCatalogue;

final class CatalogueTest {
    private final MessageCatalogue catalogue =
            MessageCatalogue.load("org.keyway.terminal.messages", CatalogueTest.class.getClassLoader());

    @ParameterizedTest
    @EnumSource
    void everyCodeHasASentenceAndATitleInBothLanguages(HttpProblem.Code code) {
        assertThat(catalogue.contains(code.code())).isTrue();
        assertThat(catalogue.contains(code.code() + ".title")).isTrue();
    }
}
