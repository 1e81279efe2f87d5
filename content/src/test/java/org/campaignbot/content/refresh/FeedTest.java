package org.campaignbot.content.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.campaignbot.content.refresh.Table.Row;
import org.campaignbot.content.tables.AppliedTables;
import org.campaignbot.content.tables.DirectoryTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a feed is taken for, and each reason to refuse one; the tables in force stay then. */
class FeedTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final LocalDate EXPIRES = LocalDate.of(2026, 12, 24);
    private static final FeedKey.Pair OURS = FeedDraft.signer();
    private static final FeedKey.Pair STRANGERS = FeedDraft.signer();

    @TempDir
    private Path folder = Path.of("");

    private AppliedTables applied = new AppliedTables(Path.of(""));

    @BeforeEach
    void begin() {
        applied = new AppliedTables(folder);
    }

    private FeedTrust trust() {
        return new FeedTrust(List.of(OURS.open()), folder);
    }

    private static FeedDraft draft() {
        return new FeedDraft("2026-11-20");
    }

    private static byte[] feed(FeedDraft draft) {
        return draft.pack(OURS, 7, TODAY, EXPIRES);
    }

    private Refresh.Outcome outcome(byte[] feed) throws IOException {
        return outcome(feed, TODAY, trust(), false);
    }

    private Refresh.Outcome outcome(byte[] feed, LocalDate today, FeedTrust trust, boolean withMap) throws IOException {
        Path file = Files.write(folder.resolve("tables.feed"), feed);
        return Refresh.ofFeed(Publication.SHIPPED, applied.newest(), file, trust, withMap, today);
    }

    private static void isRefused(Refresh.Outcome outcome, RefreshRefusal.Kind kind, String reason) {
        assertThat(outcome.refusals()).anySatisfy(refusal -> {
            assertThat(refusal.kind()).isEqualTo(kind);
            assertThat(refusal.reason()).contains(reason);
        });
        assertThat(outcome.files()).isEmpty();
        assertThat(outcome.names()).isEmpty();
    }

    private void take(Refresh.Outcome outcome) throws IOException {
        assertThat(outcome.refusals()).isEmpty();
        outcome.feed().orElseThrow().keep(folder);
        applied.apply(outcome.files());
    }

    @Test
    void aFeedOfTheKeyThatIsNamedIsTakenOnce() throws IOException {
        byte[] feed = feed(draft().withNumber("S001198", "202-555-0100"));
        Refresh.Outcome outcome = outcome(feed);
        assertThat(String.join("\n", outcome.report()))
                .contains("S001198 Dan Sullivan, AK-S2: 202-224-3004 → 202-555-0100");
        assertThat(outcome.asOf()).contains(LocalDate.of(2026, 11, 20));
        assertThat(outcome.files())
                .containsOnlyKeys(
                        "tables.yaml",
                        "lawmakers.csv",
                        "district-offices.csv",
                        "committees.csv",
                        "committee-members.csv",
                        FeedMark.FILE);
        take(outcome);
        DirectoryTables.Result inForce = DirectoryTables.read(Publication.SHIPPED, applied.newest());
        assertThat(((DirectoryTables.Result.Read) inForce).directory().asOf()).isEqualTo("2026-11-20");
        Refresh.Outcome again = outcome(feed);
        assertThat(again.isNothingNew()).isTrue();
        assertThat(again.report()).containsExactly("nothing new: the tables in force were made of this feed");
    }

    @Test
    void theHeadOfAFeedIsText() {
        assertThat(new String(feed(draft()), StandardCharsets.US_ASCII).lines().limit(8))
                .containsExactly(
                        "campaign-bot-feed 1",
                        "signature: " + signature(feed(draft())),
                        "key: " + OURS.open().id(),
                        "version: 7",
                        "made: 2026-11-24",
                        "expires: 2026-12-24",
                        "file: 74301 committee-members.csv",
                        "file: 12826 committees.csv");
    }

    private static String signature(byte[] feed) {
        return new String(feed, StandardCharsets.US_ASCII)
                .lines()
                .toList()
                .get(1)
                .substring(11);
    }

    @Test
    void aNumberThatWasSeenIsNeverOlderAgainAlsoAfterARestart() throws IOException {
        Refresh.Outcome newer = outcome(draft().pack(OURS, 8, TODAY, EXPIRES));
        newer.feed().orElseThrow().keep(folder);
        FeedTrust afterARestart = new FeedTrust(List.of(OURS.open()), folder);
        isRefused(
                outcome(feed(draft()), TODAY, afterARestart, false),
                RefreshRefusal.Kind.VERSION,
                "the feed's version 7 is older than 8, which was here before");
        assertThat(outcome(draft().pack(OURS, 8, TODAY, EXPIRES)).refusals()).isEmpty();
        isRefused(
                outcome(draft().withNumber("S001198", "202-555-0100").pack(OURS, 8, TODAY, EXPIRES)),
                RefreshRefusal.Kind.VERSION,
                "another feed of the version 8 was here before");
        // Keeping an older one changes nothing, and another key has its own numbers.
        new FeedMark(OURS.open().id(), 3, "", EXPIRES).keep(folder);
        new FeedMark(STRANGERS.open().id(), 3, "d", EXPIRES).keep(folder);
        assertThat(FeedMark.seen(folder).values()).extracting(FeedMark::version).containsExactlyInAnyOrder(8L, 3L);
        isRefused(outcome(feed(draft())), RefreshRefusal.Kind.VERSION, "older than 8");
    }

    @Test
    void aFeedWhoseNumberWasSeenStaysSeenThoughItsTablesAreRefused() throws IOException {
        Refresh.Outcome refused = outcome(draft().withNumbers(67).pack(OURS, 9, TODAY, EXPIRES));
        isRefused(refused, RefreshRefusal.Kind.PHONES, "only 67 of 537 members");
        assertThat(refused.feed()).map(FeedMark::version).hasValue(9L);
    }

    @Test
    void aFeedMayBeUsedUntilItsLastDay() throws IOException {
        assertThat(outcome(feed(draft()), EXPIRES, trust(), false).refusals()).isEmpty();
        isRefused(
                outcome(feed(draft()), EXPIRES.plusDays(1), trust(), false),
                RefreshRefusal.Kind.EXPIRED,
                "the feed's last day was 2026-12-24");
        isRefused(
                outcome(feed(draft()), TODAY.minusDays(1), trust(), false),
                RefreshRefusal.Kind.DATE,
                "cannot have been made on 2026-11-24");
    }

    @Test
    void aKeyThatIsNotNamedIsRefused() throws IOException {
        isRefused(
                outcome(draft().pack(STRANGERS, 7, TODAY, EXPIRES)),
                RefreshRefusal.Kind.KEY,
                "signed by the key " + STRANGERS.open().id() + ", which DIRECTORY_FEED_KEY does not name");
        isRefused(
                outcome(feed(draft()), TODAY, new FeedTrust(List.of(), folder), false),
                RefreshRefusal.Kind.KEY,
                "DIRECTORY_FEED_KEY names no key");
        FeedTrust both = new FeedTrust(List.of(OURS.open(), STRANGERS.open()), folder);
        assertThat(outcome(draft().pack(STRANGERS, 7, TODAY, EXPIRES), TODAY, both, false)
                        .refusals())
                .isEmpty();
    }

    @Test
    void aSignatureOfSomebodyElseIsRefused() throws IOException {
        byte[] forged = draft().pack(STRANGERS, 7, TODAY, EXPIRES);
        byte[] id = ("key: " + OURS.open().id()).getBytes(StandardCharsets.US_ASCII);
        int at = new String(forged, StandardCharsets.ISO_8859_1).indexOf("key: ");
        System.arraycopy(id, 0, forged, at, id.length);
        isRefused(outcome(forged), RefreshRefusal.Kind.SIGNATURE, "the signature is not that of the key");
        String none = new String(feed(draft()), StandardCharsets.ISO_8859_1);
        isRefused(
                outcome(none.replace(signature(feed(draft())), "").getBytes(StandardCharsets.ISO_8859_1)),
                RefreshRefusal.Kind.SIGNATURE,
                "the signature is not that of the key");
    }

    @Test
    void aChangedByteIsRefusedWhereverItIs() throws IOException {
        byte[] whole = feed(draft());
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        for (int at : new int[] {
            text.indexOf("version: ") + 9,
            text.indexOf("made: ") + 8,
            text.indexOf("expires: ") + 12,
            text.indexOf("file: ") + 6,
            text.indexOf("\n\n") + 40,
            whole.length / 2,
            whole.length - 1
        }) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            isRefused(outcome(changed), RefreshRefusal.Kind.SIGNATURE, "was changed or cut off after it was made");
        }
        isRefused(outcome(Arrays.copyOf(whole, whole.length / 2)), RefreshRefusal.Kind.SIGNATURE, "cut off");
        isRefused(outcome(Arrays.copyOf(whole, whole.length + 1)), RefreshRefusal.Kind.SIGNATURE, "was changed");
    }

    @Test
    void whatIsNoFeedIsRefused() throws IOException {
        for (String text : List.of(
                "",
                "<!doctype html>\n",
                "campaign-bot-feed 2\nsignature: \nkey: 1\n\n",
                "campaign-bot-feed 1\nkey: 1\n\n",
                "campaign-bot-feed 1\nsignature: a\n\n",
                "campaign-bot-feed 1\nsignature: a\nkey: 1\n" + "x".repeat(500))) {
            isRefused(
                    outcome(text.getBytes(StandardCharsets.US_ASCII)),
                    RefreshRefusal.Kind.UNREADABLE,
                    "the file is no feed, or of a later form");
        }
        try (var file = Files.newOutputStream(folder.resolve("tables.feed"))) {
            byte[] megabyte = new byte[1 << 20];
            for (int i = 0; i <= 64; i++) {
                file.write(megabyte);
            }
        }
        isRefused(
                Refresh.ofFeed(
                        Publication.SHIPPED, Optional.empty(), folder.resolve("tables.feed"), trust(), false, TODAY),
                RefreshRefusal.Kind.UNREADABLE,
                "tables.feed is larger than 64 MB");
    }

    @Test
    void aFileThatUnpacksToMoreThanItSaysIsRefusedBeforeItFillsTheMemory() throws Exception {
        byte[] large = new byte[(64 << 20) + 1];
        isRefused(
                outcome(Feed.pack(Map.of("lawmakers.csv", large), OURS, 7, TODAY, EXPIRES)),
                RefreshRefusal.Kind.UNREADABLE,
                "more than 64 MB unpacked");
        isRefused(
                outcome(signed("file: 10 lawmakers.csv\n", large)),
                RefreshRefusal.Kind.UNREADABLE,
                "its head and its files do not fit together");
        isRefused(outcome(signed("file: 10 lawmakers.csv\n", new byte[9])), RefreshRefusal.Kind.UNREADABLE, "fit");
        isRefused(outcome(signed("file: 1 ../key.csv\n", new byte[1])), RefreshRefusal.Kind.UNREADABLE, "fit");
        isRefused(
                outcome(signed("file: 1 a.csv\nfile: 1 a.csv\n", new byte[2])), RefreshRefusal.Kind.UNREADABLE, "fit");
    }

    /** A feed whose head says something else than what is in it. */
    private static byte[] signed(String files, byte[] content) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                ("key: " + OURS.open().id() + "\nversion: 7\nmade: 2026-11-24\nexpires: 2026-12-24\n" + files + "\n")
                        .getBytes(StandardCharsets.US_ASCII));
        try (GZIPOutputStream packed = new GZIPOutputStream(body)) {
            packed.write(content);
        }
        ByteArrayOutputStream feed = new ByteArrayOutputStream();
        feed.writeBytes(("campaign-bot-feed 1\nsignature: "
                        + Base64.getEncoder().encodeToString(OURS.sign(body.toByteArray(), 0)) + "\n")
                .getBytes(StandardCharsets.US_ASCII));
        feed.writeBytes(body.toByteArray());
        return feed.toByteArray();
    }

    @Test
    void filesOfDifferentDaysAreRefused() throws IOException {
        String offices = "ODbL 1.0\n    as_of: 2026-11-";
        isRefused(
                outcome(feed(draft().replace("tables.yaml", offices + "20", offices + "19"))),
                RefreshRefusal.Kind.MIXED,
                "the feed's tables of members are not of one day: 2026-11-20, 2026-11-19");
        isRefused(
                outcome(feed(draft().replace("tables.yaml", "map: 119", "map: 119\nnames_as_of: 2026-11-23"))),
                RefreshRefusal.Kind.MIXED,
                "its names are of 2026-11-23");
        isRefused(
                outcome(feed(draft().replace("committee-members.csv", "S001198", "S999999"))),
                RefreshRefusal.Kind.TABLE,
                "the table of lawmakers names nobody with the key \"S999999\"");
    }

    @Test
    void aFeedOfTheKeyThatLacksATableIsRefused() throws IOException {
        isRefused(
                outcome(feed(draft().replace("tables.yaml", "file: committees.csv", "file: other.csv"))),
                RefreshRefusal.Kind.TABLE,
                "this file is not in the folder of tables");
    }

    @Test
    void congressHasBetween530And541Members() throws IOException {
        int[] seen = {0};
        isRefused(
                outcome(feed(draft().without(row -> !MemberTables.isSenator(row) && seen[0]++ >= 429))),
                RefreshRefusal.Kind.FEW_MEMBERS,
                "only 529 members of Congress");
        FeedDraft many = draft();
        Row third = Publication.rows("lawmakers.csv").get(2);
        for (int i = 0; i < 5; i++) {
            many.with(third.with("bioguide", "X00000" + i)
                    .with("term_start", (2027 + 2 * i) + "-01-03")
                    .with("term_end", (2029 + 2 * i) + "-01-03"));
        }
        isRefused(outcome(feed(many)), RefreshRefusal.Kind.MANY_MEMBERS, "542 members of Congress");
    }

    @Test
    void ninetyEightOfAHundredMembersHaveANumber() throws IOException {
        assertThat(outcome(feed(draft().withNumbers(527))).refusals()).isEmpty();
        isRefused(
                outcome(feed(draft().withNumbers(526))),
                RefreshRefusal.Kind.PHONES,
                "only 526 of 537 members have a phone number");
    }

    @Test
    void aTenthOfTheNumbersMayChangeExceptAtATurnover() throws IOException {
        int[] seen = {0};
        FeedDraft changed = draft().members(row -> seen[0]++ < 54, row -> row.with("phone", "202-555-0100"));
        isRefused(outcome(feed(changed)), RefreshRefusal.Kind.NUMBERS, "54 of the 537 members");
        LocalDate sixth = LocalDate.of(2027, 1, 6);
        byte[] numbers = FeedDraft.ofTheNextCongress("2027-01-06", 537)
                .members(row -> true, row -> row.with("phone", "202-555-0100"))
                .pack(OURS, 7, sixth, sixth.plusDays(30));
        assertThat(outcome(numbers, sixth, trust(), false).refusals()).isEmpty();
    }

    @Test
    void aPositionOffTheEarthIsRefused() throws IOException {
        isRefused(
                outcome(feed(draft().replace("district-offices.csv", ",61.2", ",161.2"))),
                RefreshRefusal.Kind.TABLE,
                "is not a number from -90 to 90");
    }

    @Test
    void tablesOlderThanThoseInForceAreRefusedThoughTheFeedIsNew() throws IOException {
        take(outcome(feed(draft())));
        isRefused(
                outcome(new FeedDraft("2026-11-19").pack(OURS, 8, TODAY, EXPIRES)),
                RefreshRefusal.Kind.DATE,
                "the source of 2026-11-19 is older than the tables in force");
    }

    @Test
    void inTheFirstDaysOfACongressAFeedWithoutNumbersIsOfferedForItsNames() throws IOException {
        LocalDate second = LocalDate.of(2027, 1, 4);
        byte[] early = FeedDraft.ofTheNextCongress("2027-01-04", 67).pack(OURS, 7, second, second.plusDays(30));
        Refresh.Outcome outcome = outcome(early, second, trust(), false);
        assertThat(outcome.refusals())
                .singleElement()
                .asString()
                .startsWith("only 67 of 537 members have a phone number");
        Refresh.Names names = outcome.names().orElseThrow();
        assertThat(names.files()).containsKey("lawmakers.csv").doesNotContainKey(FeedMark.FILE);
        applied.apply(names.files());
        DirectoryTables.Result inForce = DirectoryTables.read(Publication.SHIPPED, applied.newest());
        assertThat(((DirectoryTables.Result.Read) inForce)
                        .directory()
                        .seat("WY-0", second)
                        .orElseThrow()
                        .holder()
                        .orElseThrow()
                        .name())
                .isEqualTo("Mona Madeup");
        assertThat(outcome(early, second, trust(), false).names().orElseThrow().areInForce())
                .isTrue();
        isRefused(
                outcome(early, LocalDate.of(2027, 1, 18), trust(), false),
                RefreshRefusal.Kind.PHONES,
                "only 67 of 537");
    }

    @Test
    void theMapOfAFeedIsTakenOnDemandAlone() throws IOException {
        byte[] feed = feed(draft().replace("zip-districts-cd119.csv", "00501,NY-2,", "00501,NY-1 NY-2,"));
        Refresh.Outcome members = outcome(feed);
        assertThat(members.report())
                .contains("The feed's map, of Congress 119, is not the one in force. With --map it is taken, too.");
        assertThat(members.files()).doesNotContainKey("zip-districts-cd119.csv");
        take(members);
        Refresh.Outcome map = outcome(feed, TODAY, trust(), true);
        assertThat(map.report()).contains("ZIP codes with other districts: 1 of 41698");
        take(map);
        assertThat(applied.newest().orElseThrow()).isDirectoryContaining("glob:**/zip-districts-cd119.csv");
        assertThat(outcome(draft().pack(OURS, 8, TODAY, EXPIRES)).report())
                .anyMatch(line -> line.startsWith("The feed's map"));
        isRefused(
                outcome(
                        draft().replace("zip-districts-cd119.csv", "40.8154,-73.0451", "140.8154,-73.0451")
                                .pack(OURS, 9, TODAY, EXPIRES),
                        TODAY,
                        trust(),
                        true),
                RefreshRefusal.Kind.POSITION,
                "the position of the ZIP code 00501 (140.8154, -73.0451) is off the earth");
    }

    @Test
    void whatWasSeenMustBeReadable() throws IOException {
        Files.writeString(folder.resolve("feeds-seen.txt"), "half a line");
        assertThatThrownBy(() -> outcome(feed(draft())))
                .isInstanceOf(IOException.class)
                .hasMessage("the list of feeds that were seen is damaged");
    }

    /** The first test of RFC 8032, section 7.1. */
    @Test
    void aKeyIsReadAsOpensslWritesIt() {
        String secret =
                "302e020100300506032b6570042204209d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
        String open = "302a300506032b6570032100d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
        String pem = "-----BEGIN PRIVATE KEY-----\n" + base64(secret) + "\n-----END PRIVATE KEY-----\n";
        FeedKey.Pair pair = FeedKey.pair(pem).orElseThrow();
        assertThat(pair.open().text()).isEqualTo(base64(open));
        assertThat(FeedKey.of(base64(open)))
                .map(FeedKey::id)
                .hasValue(pair.open().id());
        assertThat(pair.toString()).isEqualTo(pair.open().id());
        assertThat(FeedKey.pair("no key")).isEmpty();
        assertThat(FeedKey.of(base64(secret))).isEmpty();
        assertThat(FeedTrust.keys(" " + base64(open) + ", " + base64(open)).orElseThrow())
                .hasSize(2);
        assertThat(FeedTrust.keys("")).hasValue(List.of());
        assertThat(FeedTrust.keys("abc")).isEmpty();
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }
}
