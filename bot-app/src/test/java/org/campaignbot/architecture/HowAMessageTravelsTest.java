package org.campaignbot.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page that follows a message through the code names only classes that exist. */
class HowAMessageTravelsTest {

    private static final Path PAGE = Path.of("..", "docs", "how-a-message-travels.md");

    /** A class, possibly nested, and possibly followed by a method. */
    private static final Pattern NAME = Pattern.compile("`([A-Z]\\w*(?:\\.[A-Z]\\w*)*)(?:\\.(?!md`)[a-z]\\w*)?`");

    @Test
    void everyClassItNamesExists() throws IOException {
        Set<String> known = ArchitectureTest.CLASSES.stream()
                .map(JavaClass::getName)
                .map(name -> name.substring(name.lastIndexOf('.') + 1).replace('$', '.'))
                .collect(Collectors.toSet());
        List<String> named = NAME.matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();
        assertThat(named).hasSizeGreaterThan(50);
        assertThat(named.stream().filter(name -> !known.contains(name))).isEmpty();
    }
}
