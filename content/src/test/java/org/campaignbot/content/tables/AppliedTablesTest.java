package org.campaignbot.content.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppliedTablesTest {

    private static final String NEWER = "2026-11-20";

    @TempDir
    private Path folder = Path.of("");

    private AppliedTables applied() {
        return new AppliedTables(folder.resolve("data"));
    }

    private static Map<String, byte[]> files(String text) {
        return Map.of("a.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theLatestCounts() throws IOException {
        AppliedTables applied = applied();
        assertThat(applied.newest()).isEmpty();
        applied.apply(files("one"));
        Path second = applied.apply(files("two"));
        assertThat(applied.newest()).hasValue(second);
        assertThat(second.resolve("a.csv")).hasContent("two");
    }

    @Test
    void whatACrashLeftHalfWrittenDoesNotCount() throws IOException {
        Path whole = applied().apply(files("one"));
        Path half = Files.createDirectory(whole.resolveSibling(".new-123"));
        Files.writeString(half.resolve("a.csv"), "tw");
        assertThat(applied().newest()).hasValue(whole);
    }

    @Test
    void whatACrashLeftAnHourAgoIsDeletedByTheNextUpdate() throws IOException {
        Path first = applied().apply(files("one"));
        Path old = Files.createDirectory(first.resolveSibling(".new-123"));
        Files.writeString(old.resolve("a.csv"), "tw");
        FileTime then =
                FileTime.from(Files.getLastModifiedTime(first).toInstant().minusSeconds(2 * 60 * 60));
        Files.setLastModifiedTime(old, then);
        Path young = Files.createDirectory(first.resolveSibling(".new-124"));
        applied().apply(files("two"));
        assertThat(old).doesNotExist();
        assertThat(young).isDirectory();
    }

    @Test
    void aFailedWriteLeavesTheFormerTables() throws IOException {
        Path first = applied().apply(files("one"));
        Map<String, byte[]> unwritable = Map.of("no/such/folder.csv", new byte[0]);
        assertThatThrownBy(() -> applied().apply(unwritable)).isInstanceOf(IOException.class);
        assertThat(applied().newest()).hasValue(first);
        try (Stream<Path> all = Files.list(first.resolveSibling("."))) {
            assertThat(all).hasSize(1);
        }
    }

    @Test
    void onlyThoseARunningProcessMayStillReadAreKept() throws IOException {
        for (String text : new String[] {"one", "two", "three", "four"}) {
            applied().apply(files(text));
        }
        try (Stream<Path> all = Files.list(folder.resolve("data/directory"))) {
            assertThat(all.map(each -> each.getFileName().toString()).sorted())
                    .containsExactly("000002", "000003", "000004");
        }
    }

    @Test
    void theNewerOfTwoTablesIsTaken() throws IOException {
        Path shipped = new TinyFolder().writeTo(Files.createDirectory(folder.resolve("shipped")));
        assertThat(name(shipped, members(NEWER))).isEqualTo("Cy Cedar");
        assertThat(name(shipped, members("2026-06-15"))).isEqualTo("Cy Cedar");
        assertThat(name(shipped, members("2026-06-14"))).isEqualTo("Ann Alderholt");
    }

    private String name(Path shipped, Path newer) {
        DirectoryTables.Result result = DirectoryTables.read(shipped, java.util.Optional.of(newer));
        assertThat(result).isInstanceOf(DirectoryTables.Result.Read.class);
        return ((DirectoryTables.Result.Read) result)
                .directory()
                .seat("NY-1", java.time.LocalDate.of(2026, 11, 24))
                .orElseThrow()
                .holder()
                .orElseThrow()
                .name();
    }

    /** The members alone, one of them by another name. */
    private Path members(String asOf) throws IOException {
        Path members = Files.createDirectory(folder.resolve("members-" + asOf));
        TinyFolder tables = new TinyFolder()
                .with("lawmakers.csv", "Ann Alderholt", "Cy Cedar")
                .with("tables.yaml", "as_of: 2026-06-15", "as_of: " + asOf);
        String list = Files.readString(tables.writeTo(members).resolve("tables.yaml"));
        String part = list.substring(0, list.indexOf("  zip-districts:"));
        Files.writeString(members.resolve("tables.yaml"), part);
        return members;
    }
}
