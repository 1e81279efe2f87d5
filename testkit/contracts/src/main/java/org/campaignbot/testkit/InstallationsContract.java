package org.campaignbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.campaignbot.workspace.Installation;
import org.campaignbot.workspace.Installations;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link Installations}. */
public abstract class InstallationsContract {

    private static final Installation ACME = new Installation("T0ACME", "xoxb-acme", "U0BOT");
    private static final Installation OTHER = new Installation("T0OTHER", "xoxb-other", "U0BOT");

    /** A store without installations. */
    protected abstract Installations empty();

    @Test
    void eachWorkspaceHasItsOwn() {
        Installations installations = empty();
        installations.save(ACME);
        installations.save(OTHER);
        assertThat(installations.find("T0ACME")).contains(ACME);
        assertThat(installations.find("T0OTHER")).contains(OTHER);
        assertThat(installations.find("T0NOBODY")).isEmpty();
    }

    @Test
    void aLaterInstallationTakesThePlaceOfAnEarlierOne() {
        Installations installations = empty();
        Installation later = new Installation("T0ACME", "xoxb-later", "U1BOT");
        installations.save(ACME);
        installations.save(later);
        assertThat(installations.find("T0ACME")).contains(later);
    }

    @Test
    void aDeletedOneIsGoneAndTheOthersStay() {
        Installations installations = empty();
        installations.save(ACME);
        installations.save(OTHER);
        installations.delete("T0ACME");
        installations.delete("T0NOBODY");
        assertThat(installations.find("T0ACME")).isEmpty();
        assertThat(installations.find("T0OTHER")).contains(OTHER);
    }

    @Test
    void aWorkspaceMayComeBack() {
        Installations installations = empty();
        installations.save(ACME);
        installations.delete("T0ACME");
        installations.save(ACME);
        assertThat(installations.find("T0ACME")).contains(ACME);
    }
}
