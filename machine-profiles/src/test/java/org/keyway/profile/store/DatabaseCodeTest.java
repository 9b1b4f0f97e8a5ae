package org.keyway.profile.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyway.identifier.MessageCatalogue;

final class DatabaseCodeTest {
    @ParameterizedTest
    @EnumSource
    void everyReasonHasASentenceInBothLanguages(DatabaseCode code) {
        assertThat(MessageCatalogue.load(
                                "org.keyway.profile.messages", getClass().getClassLoader())
                        .contains(code.code()))
                .isTrue();
    }
}
