package org.keyway.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page on which an unknown label is taught, by scanning it. */
@ExtendWith(ShopFloorExtension.class)
final class TeachTest {
    private final Screen screen;
    private final ShopFloor floor;

    TeachTest(ShopFloor floor) {
        this.floor = floor;
        this.screen = Screen.of(floor);
    }

    @BeforeEach
    void openThePage() {
        screen.page().navigate(floor.address().resolve("/labels/teach").toString());
        assertThat(screen.at("#samples .empty")).isVisible();
    }

    @AfterEach
    void theBrowserHasNothingToComplainOf() {
        assertThat(screen.complaints()).isEmpty();
        screen.close();
    }

    private void scan(String label, int count) {
        screen.scan(label);
        assertThat(screen.at("#samples code")).hasCount(count);
    }

    @Test
    void scannedSamplesAreReadInColorsAndTheSnippetIsShown() {
        scan("QX162*20261116*00042", 1);
        scan("QX163*20261117*00043", 2);

        Locator proposal = screen.at("[data-proposal='1']");
        assertThat(proposal.locator(".reading .product").first()).hasText("QX162");
        assertThat(proposal.locator(".reading .serial").last()).hasText("00043");
        assertThat(proposal.locator(".reading .other").first()).hasText("20261116");
        assertThat(proposal.locator("pre")).containsText("patterns:");
        screen.at("#language").click();
        assertThat(proposal.locator(".legend .serial")).hasText("序列号");
    }

    @Test
    void aLabelThatCanBeReadAlreadyIsDeclinedAndCanBeTakenOutAgain() {
        scan(ShopFloor.block("A0042"), 1);
        assertThat(screen.at("#issues .error")).containsText("can already be read");

        screen.at("#samples button").click();
        assertThat(screen.at("#issues .error")).hasCount(0);
        assertThat(screen.at("#samples .empty")).isVisible();
    }
}
