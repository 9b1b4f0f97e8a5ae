package org.keyway.job.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PasswordHashTest {
    @Test
    void readsWhatTheReferenceImplementationWrote() {
        // test.c of the reference implementation (P-H-C/phc-winner-argon2): "password", "somesalt", t=2, m=2^8, p=1
        String text = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
        assertThat(PasswordHash.parse(text)).hasValueSatisfying(hash -> {
            assertThat(hash.matches("password")).isTrue();
            assertThat(hash.matches("Password")).isFalse();
            assertThat(hash.text()).isEqualTo(text);
        });
    }

    @Test
    void theSamePasswordIsKeptInAnotherWayEachTime() {
        assertThat(PasswordHash.of("correct horse").text())
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
                .isNotEqualTo(PasswordHash.of("correct horse").text());
    }

    @Test
    void whatWouldTakeAllMemoryOrIsNoHashAtAllIsNotTried() {
        String rest = "$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
        assertThat(PasswordHash.parse("$argon2id$v=19$m=9999999,t=2,p=1" + rest))
                .isEmpty();
        assertThat(PasswordHash.parse("$argon2id$v=19$m=256,t=999,p=1" + rest)).isEmpty();
        assertThat(PasswordHash.parse("$argon2id$v=19$m=256,t=2,p=0" + rest)).isEmpty();
        assertThat(PasswordHash.parse("$argon2i$v=19$m=256,t=2,p=1" + rest)).isEmpty();
        assertThat(PasswordHash.parse("password")).isEmpty();
    }
}
