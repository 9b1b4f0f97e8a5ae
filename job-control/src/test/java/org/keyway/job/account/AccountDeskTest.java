package org.keyway.job.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.identifier.IdentifierModule;
import org.keyway.identifier.Message;
import org.keyway.job.HandClock;
import org.keyway.job.JobControlModule;
import org.keyway.job.account.AccountDesk.Outcome;
import org.keyway.profile.ProfilesModule;
import org.keyway.profile.store.Database;
import org.keyway.profile.store.DatabaseConfiguration;

/** Accounts in a database. */
final class AccountDeskTest {
    private static final Optional<String> PASSWORD = Optional.of("long enough a password");
    private static final String THUMBPRINT = "ab".repeat(32);

    private final HandClock clock = new HandClock();
    private final Injector injector = Guice.createInjector(
            new JobControlModule(), new ProfilesModule(), new IdentifierModule(), new AbstractModule() {
                @Override
                protected void configure() {
                    bind(Clock.class).toInstance(clock);
                    bind(DatabaseConfiguration.class).toInstance(DatabaseConfiguration.inMemory("accounts"));
                }
            });
    private final AccountDesk desk = injector.getInstance(AccountDesk.class);
    private final SignIn signIn = injector.getInstance(SignIn.class);
    private final AccountDirectory directory = injector.getInstance(AccountDirectory.class);

    @AfterEach
    void close() {
        injector.getInstance(Database.class).close();
    }

    private static String code(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).problem().code();
    }

    @Test
    void anAccountIsKeptWithAllThatItIs() {
        Account mes = new Account(
                "mes",
                Set.of(Role.MES_CLIENT, Role.OBSERVER),
                Set.of(),
                Optional.of(THUMBPRINT),
                Optional.of("urn:mes"));
        assertThat(desk.add(mes, Optional.empty())).isEqualTo(new Outcome.Done());
        assertThat(desk.all()).containsExactly(mes);
        assertThat(directory.named("mes")).contains(mes);
        assertThat(directory.ofCertificate(THUMBPRINT)).contains(mes);
        assertThat(directory.ofApplication("urn:mes")).contains(mes);
    }

    @Test
    void anotherPasswordTakesThePlaceOfTheFirst() {
        desk.add(Account.of("li", Role.ENGINEER), PASSWORD);
        assertThat(desk.changePassword("li", "another long password")).isEqualTo(new Outcome.Done());
        assertThat(signIn.with("li", PASSWORD.orElseThrow())).isInstanceOf(SignIn.Outcome.Refused.class);
        assertThat(signIn.with("li", "another long password")).isInstanceOf(SignIn.Outcome.Accepted.class);
    }

    @Test
    void whoWasRemovedIsNobody() {
        desk.add(Account.of("li", Role.ENGINEER), PASSWORD);
        assertThat(directory.named("li")).isPresent();
        assertThat(desk.remove("li")).isEqualTo(new Outcome.Done());
        assertThat(directory.named("li")).isEmpty();
        assertThat(signIn.with("li", PASSWORD.orElseThrow())).isInstanceOf(SignIn.Outcome.Refused.class);
    }

    @Test
    void nobodyTakesTheNameCertificateOrApplicationOfAnother() {
        Account first =
                new Account("a", Set.of(Role.OBSERVER), Set.of(), Optional.of(THUMBPRINT), Optional.of("urn:a"));
        desk.add(first, Optional.empty());
        assertThat(code(desk.add(Account.of("a", Role.OPERATOR), PASSWORD))).isEqualTo("KW-ACCESS-002");
        assertThat(code(desk.add(
                        new Account("b", first.roles(), Set.of(), Optional.of(THUMBPRINT), Optional.empty()),
                        PASSWORD)))
                .isEqualTo("KW-ACCESS-002");
        assertThat(code(desk.add(
                        new Account("b", first.roles(), Set.of(), Optional.empty(), Optional.of("urn:a")), PASSWORD)))
                .isEqualTo("KW-ACCESS-002");
    }

    @Test
    void aNameThatAnotherHasInCapitalsIsTakenAndTheRefusalSaysWhose() {
        desk.add(Account.of("mes-Öl", Role.OPERATOR), PASSWORD);
        Outcome outcome = desk.add(Account.of("MES-öL", Role.OPERATOR), PASSWORD);
        assertThat(code(outcome)).isEqualTo("KW-ACCESS-002");
        assertThat(((Outcome.Refused) outcome).problem().message().en()).contains("mes-Öl");
        assertThat(desk.all()).extracting(Account::name).containsExactly("mes-Öl");
        desk.remove("mes-Öl");
        assertThat(desk.add(Account.of("MES-öL", Role.OPERATOR), PASSWORD)).isEqualTo(new Outcome.Done());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\u202Eb", "a\u200Bb", "\u2066a", "a\u0000", "a\u009B2J", "a\nb", "a\u2028b", "a\uDB40\uDC41"})
    void aNameWithWhatIsNotSeenIsRefusedAndNotRepeated(String name) {
        for (Outcome outcome : List.of(
                desk.add(Account.of(name, Role.OPERATOR), PASSWORD),
                desk.remove(name),
                desk.changePassword(name, PASSWORD.orElseThrow()))) {
            assertThat(code(outcome)).isIn("KW-ACCESS-001", "KW-ACCESS-003");
            Message message = ((Outcome.Refused) outcome).problem().message();
            assertThat(message.en() + message.zh()).contains("·").doesNotContainPattern("[\\p{Cc}\\p{Cf}\\u2028]");
        }
        assertThat(desk.all()).isEmpty();
    }

    @Test
    void whatCanNotBeAnAccountIsRefusedWithItsReason() {
        assertThat(code(desk.add(Account.of("a b", Role.OPERATOR), PASSWORD))).isEqualTo("KW-ACCESS-001");
        assertThat(code(desk.remove("nobody"))).isEqualTo("KW-ACCESS-003");
        assertThat(code(desk.changePassword("nobody", PASSWORD.orElseThrow()))).isEqualTo("KW-ACCESS-003");
        assertThat(code(desk.add(Account.of("a", Role.OPERATOR), Optional.of("short"))))
                .isEqualTo("KW-ACCESS-004");
        assertThat(code(desk.add(Account.of("a", Role.OPERATOR), Optional.of("x".repeat(257)))))
                .isEqualTo("KW-ACCESS-005");
        assertThat(code(desk.add(Account.of("a"), PASSWORD))).isEqualTo("KW-ACCESS-006");
        assertThat(code(desk.add(Account.of("a", Role.MACHINE_CLIENT), PASSWORD)))
                .isEqualTo("KW-ACCESS-007");
        assertThat(code(desk.add(
                        new Account("a", Set.of(Role.OBSERVER), Set.of("M1"), Optional.empty(), Optional.empty()),
                        PASSWORD)))
                .isEqualTo("KW-ACCESS-008");
        assertThat(code(desk.add(Account.ofMachine("plc", "M1"), PASSWORD))).isEqualTo("KW-ACCESS-009");
        assertThat(code(desk.add(Account.of("a", Role.OPERATOR), Optional.empty())))
                .isEqualTo("KW-ACCESS-010");
        assertThat(code(desk.add(
                        new Account("a", Set.of(Role.OBSERVER), Set.of(), Optional.empty(), Optional.of("a b")),
                        Optional.empty())))
                .isEqualTo("KW-ACCESS-011");
    }

    @Test
    void everyRefusalHasASentenceInBothLanguages() {
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.CHINESE}) {
            ResourceBundle bundle = ResourceBundle.getBundle("org.keyway.job.account.messages", locale);
            assertThat(bundle.keySet())
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(AccountCode.values())
                            .map(AccountCode::code)
                            .toList());
        }
    }

    @Test
    void whatAnotherProcessChangedCountsAfterFiveSecondsAndALostDatabaseChangesNothing() {
        AccountsInMemory store = new AccountsInMemory();
        AccountDirectory shared = new AccountDirectory(store, clock);
        assertThat(shared.named("li")).isEmpty();
        store.insert(new AccountStore.Kept(Account.of("li", Role.ENGINEER), Optional.empty()));
        assertThat(shared.named("li")).isEmpty();
        clock.pass(Duration.ofSeconds(5));
        assertThat(shared.named("li")).isPresent();
        store.unplug();
        clock.pass(Duration.ofSeconds(5));
        assertThat(shared.named("li")).isPresent();
    }
}
