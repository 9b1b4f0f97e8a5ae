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
        proposal.locator("summary").click();
        assertThat(proposal.locator("pre")).containsText("patterns:");
        screen.at("#language").click();
        assertThat(proposal.locator(".legend .serial")).hasText("序列号");
    }

    @Test
    void anAcceptedProposalIsInForceForTheNextScanAndAWithdrawnOneNoMore() {
        scan("P150-0042*L261116A*00042", 1);
        scan("P200-0352*L261117B*00043", 2);
        Locator proposal = screen.at("[data-proposal='1']");
        proposal.locator(".edit").click();
        proposal.locator("[data-field='name']").fill("pallet-star");
        proposal.locator(".accept").click();

        Locator accepted = screen.at("[data-pattern='pallet-star']");
        assertThat(screen.at("#news")).containsText("pallet-star");
        assertThat(accepted.locator(".tests .serial").first()).containsText("00042");
        floor.reset();
        String serial = stationReads("L261118C");
        assertThat(floor.jobsOf(serial)).isNotEmpty().allSatisfy(job -> {
            assertThat(job.identity()).hasValueSatisfying(identity -> {
                assertThat(identity.product()).isEqualTo("CB-150");
                assertThat(identity.lot()).contains("L261118C");
            });
        });

        accepted.locator(".ask").click();
        accepted.locator(".danger").click();
        assertThat(screen.at("[data-pattern='pallet-star']")).hasCount(0);
        assertThat(screen.at("#news")).isHidden();
        scan("P150-0042*L261116A*00044", 1);
        assertThat(screen.at("[data-proposal='1']")).isVisible();
    }

    /** Scans a part of the accepted kind at a station. */
    private String stationReads(String lot) {
        String serial = ShopFloor.freshSerial().substring("CB150-".length());
        try (Screen station = Screen.of(floor).station("ST-10")) {
            station.scan("P150-0042*" + lot + "*" + serial);
            assertThat(station.at("#verdict")).containsText(serial);
            assertThat(station.at("#verdict")).containsText(lot);
        }
        return serial;
    }

    @Test
    void aPatternOfTheConfigurationIsShownAndCannotBeWithdrawn() {
        Locator configured = screen.at("[data-pattern='pallet-printer']");

        assertThat(configured.locator(".tests code").first()).hasText("P150-0042/L261116A/00187");
        assertThat(configured.locator("button")).hasCount(0);
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
