package org.keyway.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
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

    /**
     * Types as a scanner that sends these for GS, RS and EOT: a text in braces, or a key by its place, with Ctrl or alone.
     * The events are made within the page, so that however busy this computer is, a scan of this length stays one.
     */
    private void scan(String label, String gs, String rs, String eot) {
        screen.page().evaluate("""
                        ([label, keys]) => {
                          const send = init => document.body.dispatchEvent(
                            new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
                          for (const c of label) {
                            const key = keys[c] ?? c;
                            if (key.startsWith('{') && key.length > 1) for (const typed of key) send({ key: typed });
                            else if (key.startsWith('Control+')) send({ code: key.slice(8), ctrlKey: true });
                            else send({ key });
                          }
                          send({ key: 'Enter' });
                        }""", List.of(label, Map.of("\u001D", gs, "\u001E", rs, "\u0004", eot)));
    }

    @Test
    void aLabelThatIsNotTheTestLabelIsCalledSoAndLosesNothing() {
        scan(ShopFloor.block("A0042"), "{GS}", "{RS}", "{EOT}");
        step("other");
        assertThat(screen.at(".findings")).containsText("KW-ID-150");

        scan(TestLabel.TEXT, "{GS}", "{RS}", "{EOT}");
        step("found");
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
        screen.station(STATION)
                .wedge("S1:" + ShopFloor.block(serial).replace("\u001D", "{GS}"), "")
                .enter()
                .shows("good", serial);
        assertThat(floor.jobsOf(serial)).hasSize(1);
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
        scan(TestLabel.TEXT.replaceAll("[\u001D\u001E\u0004]", ""), "", "", "");

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
        assertThat(screen.at("#scanner")).hasAttribute("href", "/stations/" + STATION + "/scanner");
        screen.at("#scanner").click();

        step("ask");
        assertThat(screen.at("#symbol")).isVisible();
    }
}
