package org.keyway.job.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyway.job.HandClock;
import org.keyway.job.account.SignIn.Outcome;

final class SignInTest {
    private static final String RIGHT = "correct horse battery";

    private final HandClock clock = new HandClock();
    private final AccountsInMemory store = new AccountsInMemory();
    private final SignIn signIn = new SignIn(store, clock);
    private final Account wang = Account.of("wang", Role.OPERATOR);

    @BeforeEach
    void anAccount() {
        String hash = PasswordHash.of(RIGHT).text();
        store.insert(new AccountStore.Kept(wang, Optional.of(hash)));
    }

    @Test
    void whoKnowsThePasswordIsLetIn() {
        assertThat(signIn.with("wang", RIGHT)).isEqualTo(new Outcome.Accepted(wang));
    }

    @Test
    void anotherPasswordAndAnUnknownNameAreRefusedAlike() {
        assertThat(signIn.with("wang", RIGHT + "!")).isEqualTo(new Outcome.Refused());
        assertThat(signIn.with("WANG", RIGHT)).isEqualTo(new Outcome.Refused());
        assertThat(signIn.with("nobody", "")).isEqualTo(new Outcome.Refused());
    }

    @Test
    void anAccountWithoutAPasswordIsNotLetInByAnEmptyOne() {
        store.insert(new AccountStore.Kept(Account.of("plc", Role.OBSERVER), Optional.empty()));
        assertThat(signIn.with("plc", "")).isEqualTo(new Outcome.Refused());
    }

    @Test
    void whatNoPasswordCanBeIsRefusedWithoutBeingHashed() {
        assertThat(signIn.with("wang", "x".repeat(65_536))).isEqualTo(new Outcome.Refused());
        assertThat(signIn.with("w".repeat(65_536), RIGHT)).isEqualTo(new Outcome.Refused());
    }

    @Test
    void afterFiveWrongPasswordsNeitherTheRightOneHelps() {
        fail("wang", 5);
        assertThat(signIn.with("wang", RIGHT))
                .isEqualTo(new Outcome.Closed(clock.instant().plusSeconds(30)));
        clock.pass(Duration.ofSeconds(30));
        assertThat(signIn.with("wang", RIGHT)).isEqualTo(new Outcome.Accepted(wang));
    }

    @Test
    void eachFurtherWrongPasswordDoublesTheWait() {
        fail("wang", 5);
        clock.pass(Duration.ofSeconds(30));
        fail("wang", 1);
        assertThat(signIn.with("wang", RIGHT))
                .isEqualTo(new Outcome.Closed(clock.instant().plusSeconds(60)));
        for (int i = 0; i < 20; i++) {
            clock.pass(Duration.ofHours(1));
            fail("wang", 1);
        }
        assertThat(signIn.with("wang", RIGHT))
                .isEqualTo(new Outcome.Closed(clock.instant().plus(Duration.ofHours(1))));
    }

    @Test
    void theRightPasswordMakesTheWrongOnesForgotten() {
        fail("wang", 4);
        assertThat(signIn.with("wang", RIGHT)).isEqualTo(new Outcome.Accepted(wang));
        fail("wang", 4);
        assertThat(signIn.with("wang", RIGHT)).isEqualTo(new Outcome.Accepted(wang));
    }

    @Test
    void aNameThatNobodyHasIsClosedAsWell() {
        fail("nobody", 5);
        assertThat(signIn.with("nobody", RIGHT)).isInstanceOf(Outcome.Closed.class);
        assertThat(signIn.with("wang", RIGHT)).isEqualTo(new Outcome.Accepted(wang));
    }

    @Test
    void whoGuessesClosesTheNameForHimselfAlone() {
        for (int i = 0; i < 5; i++) {
            signIn.with("wang", "wrong", "a guest's application");
        }
        assertThat(signIn.with("wang", RIGHT, "a guest's application")).isInstanceOf(Outcome.Closed.class);
        assertThat(signIn.with("wang", RIGHT, "his own application")).isEqualTo(new Outcome.Accepted(wang));
    }

    @Test
    void whoTriesManyNamesIsShutOutWholeAndNobodyElse() {
        for (int i = 0; i < 20; i++) {
            assertThat(signIn.with("name " + i, "wrong", "a guest's application"))
                    .isEqualTo(new Outcome.Refused());
        }
        Outcome closed = new Outcome.Closed(clock.instant().plusSeconds(30));
        assertThat(signIn.with("another name", "wrong", "a guest's application"))
                .isEqualTo(closed);
        assertThat(signIn.with("wang", RIGHT, "a guest's application")).isEqualTo(closed);
        assertThat(signIn.with("wang", RIGHT, "his own application")).isEqualTo(new Outcome.Accepted(wang));
        clock.pass(Duration.ofSeconds(30));
        assertThat(signIn.with("another name", "wrong", "a guest's application"))
                .isEqualTo(new Outcome.Refused());
        assertThat(signIn.with("wang", RIGHT, "a guest's application"))
                .isEqualTo(new Outcome.Closed(clock.instant().plusSeconds(60)));
    }

    @Test
    void oneOldPasswordDoesNotShutOutTheOthersOfItsApplication() {
        for (int i = 0; i < 40; i++) {
            signIn.with("li", "of last year", "the station");
            clock.pass(Duration.ofHours(1));
        }
        assertThat(signIn.with("wang", RIGHT, "the station")).isEqualTo(new Outcome.Accepted(wang));
    }

    @Test
    void theRightPasswordMakesTheWrongOnesOfAllNamesForgotten() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 19; i++) {
                signIn.with("name " + round + "/" + i, "wrong", "the station");
            }
            assertThat(signIn.with("wang", RIGHT, "the station")).isEqualTo(new Outcome.Accepted(wang));
        }
    }

    private void fail(String name, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(signIn.with(name, "wrong")).isEqualTo(new Outcome.Refused());
        }
    }
}
