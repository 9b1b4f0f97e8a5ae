package org.keyway.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Keyboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keyway.identifier.scanner.TestLabel;

/** A scanner is made known to its station by two scans of the test label. */
@ExtendWith(ShopFloorExtension.class)
final class CalibrationPageTest {
    private static final String STATION = "ST-10";

    private final ShopFloor floor;
    private final Screen screen;

    CalibrationPageTest(ShopFloor floor) {
        this.floor = floor;
        this.screen = Screen.of(floor);
        open();
    }

    private void open() {
        screen.page()
                .navigate(floor.address()
                        .resolve("/stations/" + STATION + "/scanner")
                        .toString());
        step("ask");
    }

    @AfterEach
    void theStationIsWithoutProfileAgainAndTheBrowserHasNothingToComplainOf() {
        floor.scanners().forget(STATION);
        assertThat(screen.complaints()).isEmpty();
        screen.close();
    }

    private void step(String name) {
        assertThat(screen.at("#panel")).hasAttribute("data-step", name);
    }

    /** Types as a scanner that sends these keys for GS, RS and EOT; a text of its own is typed, another is pressed. */
    private void scan(String label, String gs, String rs, String eot) {
        Keyboard keyboard = screen.page().keyboard();
        StringBuilder run = new StringBuilder();
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            String key = c == '\u001D' ? gs : c == '\u001E' ? rs : c == '\u0004' ? eot : "";
            if (key.isEmpty()) {
                run.append(c);
            } else if (key.startsWith("{")) {
                run.append(key);
            } else {
                keyboard.type(run.toString());
                keyboard.press(key);
                run.setLength(0);
            }
        }
        keyboard.type(run.toString());
        screen.enter();
    }

    @Test
    void aScannerThatWritesSeparatorsOutIsKnownAfterTwoScansAndItsLabelsAreRead() {
        scan("S1:" + TestLabel.TEXT, "{GS}", "{RS}", "{EOT}");
        step("found");
        assertThat(screen.at(".found")).containsText("arrives as {GS}");
        assertThat(screen.at(".found")).containsText("S1:");

        screen.at("#save").click();
        step("saved");
        scan("S1:" + TestLabel.TEXT, "{GS}", "{RS}", "{EOT}");
        step("proved");

        String serial = ShopFloor.freshSerial();
        Screen station = Screen.of(floor).station(STATION);
        station.page().keyboard().type("S1:" + ShopFloor.block(serial).replace("\u001D", "{GS}"));
        station.enter().shows("good", serial);
        assertThat(floor.jobsOf(serial)).hasSize(1);
        assertThat(station.complaints()).isEmpty();
        station.close();
    }

    @Test
    void aScannerThatSendsEverythingIsKnownByItsKeys() {
        scan("]d1" + TestLabel.TEXT, "Control+BracketRight", "Control+Digit6", "Control+KeyD");

        step("found");
        assertThat(screen.at(".findings li")).hasCount(0);
        assertThat(screen.at(".found dd.ok")).hasCount(9);
    }

    @Test
    void functionKeysForSeparatorsAreToldApart() {
        scan("]d1" + TestLabel.TEXT, "F8", "F9", "Control+KeyD");

        step("found");
        assertThat(screen.at(".findings li")).hasCount(0);
    }

    @Test
    void whatIsLostIsSaidInBothLanguagesWithWhatToDo() {
        screen.wedge(TestLabel.TEXT.replaceAll("[\u001D\u001E\u0004]", ""), "").enter();

        step("lost");
        assertThat(screen.at(".findings .error")).containsText("drops the group separator (GS)");
        assertThat(screen.at(".findings .error")).containsText("KW-ID-156");

        screen.at("#language").click();
        assertThat(screen.at(".findings .error")).containsText("扫码枪丢失组分隔符");
        assertThat(screen.at("html")).hasAttribute("lang", "zh-CN");
    }

    @Test
    void anotherLabelProvesNothing() {
        scan("]d1" + TestLabel.TEXT, "Control+BracketRight", "Control+Digit6", "Control+KeyD");
        step("found");
        screen.at("#save").click();
        step("saved");

        screen.scan(ShopFloor.block(ShopFloor.freshSerial()));

        step("failed");
        await().until(() -> floor.scanners().of(STATION).isPresent());
    }

    @Test
    void theStationLeadsHereAndBack() {
        screen.at("#back").click();
        screen.at("#scanner").click();

        step("ask");
        assertThat(screen.at("#symbol")).isVisible();
    }
}
