package org.campaignbot.app.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Value;
import org.campaignbot.settings.Catalogue;
import org.campaignbot.settings.PackInForce;
import org.campaignbot.settings.Version;

/** Lists what an organization must still set or verify before it opens its bot to people. */
final class ReleaseCheck {

    /** Numbers that need no verification: emergency services, the crisis lifeline, and the Capitol switchboard (from senate.gov). */
    private static final Set<String> KNOWN = Set.of("911", "988", "202-224-3121");

    private static final Map<String, String> CONTACTS = Map.of(
            "lobby-contact", "who to ask about visiting a lawmaker",
            "human-contact", "who to ask to talk to a person");

    private final Version settings;
    private final Pack pack;
    private final LocalDate today;

    ReleaseCheck(Pack pack, Version settings, LocalDate today) {
        this.settings = settings;
        this.pack = PackInForce.of(pack, settings, today);
        this.today = today;
    }

    /** What is missing, each as a sentence that says how to fix it. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        new TreeMap<>(CONTACTS).forEach((key, about) -> {
            if (settings.value(key) == null) {
                missing.add(key + " is not set: " + about + " — ./bot settings set " + key + " \"NAME <MAIL>\"");
            }
        });
        if (settings.value(Catalogue.APPROVED_ON) == null) {
            missing.add("approved-on is not set, so the bot says that it is unofficial"
                    + " — ./bot settings set approved-on DAY, once the organization of the campaign has agreed");
        }
        pack.records().forEach((name, value) -> {
            if (value instanceof Value.Row row && row.fields().get("kind") instanceof Value.Text kind) {
                record(name, kind.text(), row, missing);
            }
        });
        return missing;
    }

    private void record(String name, String kind, Value.Row row, List<String> missing) {
        Value number = row.fields().get("number");
        String digits = number instanceof Value.Phone phone
                ? phone.number()
                : number instanceof Value.Code code ? code.text() : "";
        if (kind.equals("number") && !KNOWN.contains(digits) && !isVerified(row)) {
            missing.add(name + " (" + digits + ") was not verified in the last " + PackInForce.VERIFIED_DAYS
                    + " days — call it, then ./bot settings set " + name + ".verified_on DAY --by NAME");
        }
        if (row.fields().get("url_status") instanceof Value.Text status) {
            link(name, status.text(), row, missing);
        }
        if (row.fields().get("review_after") instanceof Value.Day review && today.isAfter(review.date())) {
            missing.add(name + " was to be looked at again after " + review.date()
                    + " — check it, then ./bot settings set " + name + ".review_after DAY --as-of DAY");
        }
    }

    private static void link(String name, String status, Value.Row row, List<String> missing) {
        String opened = "./bot settings set " + name + ".opened_on DAY --by NAME";
        String address = row.fields().get("link") instanceof Value.Link link
                ? link.address().toString()
                : "";
        if (status.equals("fallback")) {
            missing.add(name + " leads to a page that leads there, because its address is not known"
                    + " — ./bot settings set " + name + ".url ADDRESS --as-of DAY, then " + opened);
        } else if (!status.equals(Catalogue.OPENED)) {
            missing.add(name + " was never opened by a person: open " + address + " — then " + opened);
        }
    }

    private boolean isVerified(Value.Row row) {
        return row.fields().get("verified_on") instanceof Value.Day verified
                && !today.isAfter(verified.date().plusDays(PackInForce.VERIFIED_DAYS));
    }
}
