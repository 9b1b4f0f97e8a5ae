package org.keyway.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard.TypeOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a machine does not answer about is ended on the page, by two people who have looked at it. */
@ExtendWith(ShopFloorExtension.class)
final class DoubtPageTest {
    private static final String HEAD = "88.118.7/CH-200/CH200-0095";
    private static final String BUTTON = "[data-doubt=NR-01]";
    private static final String REFUSAL = "Failed to load resource: the server responded with a status of 409";

    /** Keyway waits ten seconds for the PLC to start and three for it to drop the job. */
    private static final int PATIENCE = 60_000;

    /** Milliseconds for each key. */
    private static final int A_HAND = 80;

    private final ShopFloor floor;
    private final Screen screen;

    DoubtPageTest(ShopFloor floor) {
        this.floor = floor;
        this.screen = Screen.of(floor);
    }

    @AfterEach
    void theBrowserHasNothingToComplainOfButTheRefusals() {
        floor.connectPlc();
        assertThat(screen.complaints())
                .allSatisfy(complaint -> assertThat(complaint).startsWith(REFUSAL));
        screen.close();
    }

    /** A job was released to a PLC that has gone before it could say whether it took it. */
    private void inDoubt(String serial) {
        floor.plc().goDeafOnceStaged();
        try (Screen station = Screen.of(floor).station("ST-90")) {
            station.scan(HEAD + serial);
            assertThat(station.at(BUTTON)).isVisible(new IsVisibleOptions().setTimeout(PATIENCE));
        }
    }

    private Locator field(String name) {
        return screen.at("dialog.doubt [name=" + name + "]");
    }

    private void open() {
        screen.at(BUTTON).click();
        assertThat(screen.at("dialog.doubt li[data-code=KW-DEL-006]").first()).containsText("Do not start");
    }

    private void fill(String witness) {
        field("reason").fill("spindle empty, PLC replaced");
        field("by").fill("Li Wei");
        field("witness").fill(witness);
    }

    private void end() {
        screen.at("dialog.doubt button[type=submit]").click();
    }

    private void assertEnded() {
        assertThat(screen.at("dialog.doubt .done")).isVisible();
        screen.at("dialog.doubt button").click();
        assertThat(screen.at("dialog.doubt")).isHidden();
        assertThat(screen.at(BUTTON)).hasCount(0);
    }

    @Test
    void nothingIsOfferedWhereNothingIsInDoubt() {
        screen.overview();
        assertThat(screen.at("#doubts")).isHidden();

        screen.station("ST-90").scan(HEAD + "0").shows("done");

        assertThat(screen.at("[data-doubt]")).hasCount(0);
        assertThat(screen.at("dialog.doubt")).isHidden();
    }

    @Test
    void twoPeopleEndWhatThePlcDoesNotAnswerAboutAndTheMachineTakesTheNextJob() {
        inDoubt("1");
        screen.station("ST-90");
        open();

        fill(" li wei");
        end();
        assertThat(screen.at("dialog.doubt .seen .problem")).isVisible();
        field("seen").check();
        end();
        Locator second = screen.at("dialog.doubt .field.wrong");
        assertThat(second).hasCount(1);
        assertThat(second).containsText("KW-HAND-040");
        assertThat(field("witness")).isFocused();
        assertThat(field("by")).hasValue("Li Wei");

        field("witness").fill("Wang Fang");
        end();
        assertEnded();

        floor.connectPlc();
        assertThat(screen.at("[data-machine=NR-01]")).hasAttribute("data-state", "READY");
        screen.scan(HEAD + "2").shows("done");
    }

    @Test
    void aScanGoesIntoNoFieldOfTheFormAndTheOverviewSaysSo() {
        inDoubt("3");
        screen.overview();
        open();
        fill("Wang");
        field("seen").check();
        field("witness").focus();

        screen.scan(ShopFloor.block("A0042"));

        assertThat(screen.at("dialog.doubt .scanned")).containsText("A label was scanned");
        assertThat(field("witness")).hasValue("Wang");
        assertThat(screen.at("dialog.doubt .field.wrong")).hasCount(0);

        field("seen").focus();
        screen.page().keyboard().press("Shift+Tab");
        screen.page().keyboard().type("Wang Fang", new TypeOptions().setDelay(A_HAND));
        screen.page().keyboard().press("Enter");
        assertEnded();
    }

    @Test
    void aScanAtTheStationLeavesTheFormAsItWasAndGoesItsWay() {
        inDoubt("4");
        screen.station("ST-90");
        open();
        fill("Wang Fang");
        field("by").focus();

        screen.scan(HEAD + "5");

        assertThat(screen.at("dialog.doubt")).isHidden();
        screen.shows("bad");
        open();
        assertThat(field("by")).hasValue("Li Wei");
        field("seen").check();
        end();
        assertEnded();
    }
}
