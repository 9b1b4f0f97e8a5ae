package org.keyway.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the operator sees at a station that wants part and tool for one job. */
@ExtendWith(ShopFloorExtension.class)
final class SeveralScansPageTest {
    private static final String TOOL = "]Q188.118.7/HH-DIA/HHD-0007";
    private static final String TOOL_OF_NO_JOB = "]Q188.118.7/HH-CBN/HHC-0031";

    private final ShopFloor floor;
    private final String serial = ShopFloor.freshSerial();
    private final Screen screen;

    SeveralScansPageTest(ShopFloor floor) {
        this.floor = floor;
        this.screen = Screen.of(floor);
    }

    @BeforeEach
    void openTheStation() {
        screen.station("ST-20");
    }

    @AfterEach
    void theBrowserHasNothingToComplainOf() {
        assertThat(screen.complaints()).isEmpty();
        screen.close();
    }

    @Test
    void partThenToolTurnsGreenAndEachScanIsTickedOff() {
        screen.scan("]Q188.118.7/CB-150/" + serial).shows("collecting");

        assertThat(screen.at("#verdict .word")).hasText("Scan honing head");
        assertThat(screen.at("#verdict .taken")).containsText("✓");
        assertThat(screen.at("#verdict .taken")).containsText("part");
        assertThat(screen.at("#verdict .taken")).containsText("Cylinder block 150");
        assertThat(screen.at("#verdict .due")).hasText("2honing head");

        screen.scan(TOOL).shows("good", serial);

        assertThat(screen.at("#verdict .facts")).containsText("HH-DIA");
        assertThat(floor.machine("HON-01").memory().get("Stage/RoughStone")).isEqualTo("D91");
    }

    @Test
    void aWrongLabelIsRedWithItsSentenceAndThenTheCollectionIsBack() {
        screen.scan("]Q188.118.7/CB-150/" + serial).shows("collecting");

        screen.scan("]Q188.118.7/CS-150/CS150-00902").shows("bad");

        assertThat(screen.at("#verdict .hint")).containsText("belongs to station ST-30");
        assertThat(screen.at("#verdict .taken")).containsText(serial);
        screen.at("#language").click();
        assertThat(screen.at("#verdict .hint")).containsText("ST-30");
        screen.shows("collecting");
        assertThat(screen.at("#verdict .word")).hasText("请扫描珩磨头");
        screen.scan(TOOL).shows("good", serial);
    }

    @Test
    void aToolBeforeItsPartIsRedWithWhatToScanFirst() {
        screen.scan(TOOL_OF_NO_JOB).shows("bad");

        assertThat(screen.at("#verdict .hint")).hasText("Scan part first.");
    }

    @Test
    void anotherScreenOfTheStationShowsTheSame() {
        try (Screen other = Screen.of(floor).station("ST-20")) {
            screen.scan("]Q188.118.7/CB-150/" + serial).shows("collecting");
            other.shows("collecting");
            assertThat(other.at("#verdict .word")).hasText("Scan honing head");
            screen.scan(TOOL);
            other.shows("good", serial);
        }
    }
}
