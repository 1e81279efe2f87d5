package org.campaignbot.content.refresh;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.campaignbot.content.refresh.PublicWeb.Answer;
import org.campaignbot.content.refresh.PublicWeb.Refusing;
import org.campaignbot.content.refresh.SourceState.Validators;

/**
 * Fetches the five files of the member source from the address of their folder, or a feed from its own address.
 *
 * <p>The server is a stranger: it's asked by https at a public address only, it may not send us to another host, and neither its
 * size nor its slowness is ours. One host, which a setting names, may be in our own network and may use plain http.
 */
public final class Download {

    /** Where the source publishes its files. */
    public static final String USUAL = "https://unitedstates.github.io/congress-legislators/";

    /** The setting that names the one host that may be in our own network. */
    public static final String LOCAL_HOST = "DIRECTORY_LOCAL_HOST";

    private static final int NOT_MODIFIED = 304;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int MOST_REDIRECTS = 3;

    private static final Pattern FEED = Pattern.compile(".*/[A-Za-z0-9._-]+\\" + Feed.ENDING);

    private final URI folder;
    private final List<String> files;
    private final PublicWeb web;

    /**
     * A download.
     *
     * @param address the address of the folder, such as {@link #USUAL}, or of a feed, which ends with {@code .feed}
     * @param localHost the host that may be in our own network, or empty for none
     */
    public Download(String address, String localHost) {
        this(address, new PublicWeb(new PublicHosts(localHost), PublicWeb.Limits.USUAL));
    }

    Download(String address, PublicWeb web) {
        int file = isFeed(address) ? address.lastIndexOf('/') + 1 : address.length();
        this.folder = folder(address.substring(0, file));
        this.files = file == address.length() ? Upstream.FILES : List.of(address.substring(file));
        this.web = web;
    }

    /** The address as that of a folder; an empty one, which is refused later, if it's no address. */
    private static URI folder(String address) {
        try {
            return new URI(address.endsWith("/") ? address : address + "/");
        } catch (URISyntaxException notAnAddress) {
            return URI.create("");
        }
    }

    /** The result of a download. */
    sealed interface Result {

        /** The files are in the folder. */
        record Fetched(SourceState state) implements Result {}

        /** The source is still in the known state. */
        record NothingNew() implements Result {}

        /** There are no files to use. */
        record Refused(RefreshRefusal refusal) implements Result {}
    }

    /** The address of the folder or of the feed. */
    URI address() {
        return isFeed() ? folder.resolve(files.get(0)) : folder;
    }

    /** Whether an address is that of a feed, by its ending. */
    public static boolean isFeed(String address) {
        return FEED.matcher(address).matches();
    }

    /** Whether what it fetches is a feed. */
    boolean isFeed() {
        return files != Upstream.FILES;
    }

    /** The feed's file in a folder that it was fetched to. */
    Path feed(Path to) {
        return to.resolve(files.get(0));
    }

    /**
     * Fetches the files.
     *
     * @param to an empty folder for them
     * @param known the state of the tables in force; if it's still that of the source, nothing is fetched
     */
    Result fetch(Path to, Optional<SourceState> known) {
        web.begin();
        try {
            if (folder.getRawQuery() != null) {
                throw PublicWeb.noAddress();
            }
            Map<String, Validators> fetched = new LinkedHashMap<>();
            List<String> unchanged = new ArrayList<>();
            for (String file : files) {
                Validators before = known.map(state -> state.of(file)).orElse(Validators.NONE);
                Optional<Validators> state = get(file, to, before);
                state.ifPresentOrElse(each -> fetched.put(file, each), () -> unchanged.add(file));
            }
            if (fetched.isEmpty()) {
                return new Result.NothingNew();
            }
            for (String file : unchanged) {
                Optional<Validators> state = get(file, to, Validators.NONE);
                state.ifPresent(each -> fetched.put(file, each));
            }
            SourceState state = new SourceState(address(), fetched);
            if (state.isMixed()) {
                throw new Refusing(
                        RefreshRefusal.Kind.MIXED,
                        "the server's files are not of one day: it says that they changed at different times");
            }
            // What was fetched first changed meanwhile if a new publication came in between.
            String first = fetched.keySet().iterator().next();
            if (!isFeed() && state.of(first).contradicts(head(first))) {
                throw new Refusing(
                        RefreshRefusal.Kind.MIXED,
                        first + " changed while the others were fetched; they may not be of one day, so try again");
            }
            return new Result.Fetched(state);
        } catch (Refusing refusing) {
            return new Result.Refused(refusing.refusal());
        }
    }

    /** Fetches a file; empty if it's still in a state that isn't empty. */
    private Optional<Validators> get(String file, Path to, Validators before) throws Refusing {
        URI address = folder.resolve(file);
        Map<String, String> headers = new LinkedHashMap<>();
        if (!before.etag().isEmpty()) {
            headers.put("If-None-Match", before.etag());
        }
        if (!before.modified().isEmpty()) {
            headers.put("If-Modified-Since", before.modified());
        }
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            Answer answer = web.ask(address, headers, file, to.resolve(file));
            if (REDIRECTS.contains(answer.status())) {
                address = redirected(address, file, answer);
            } else if (answer.status() == NOT_MODIFIED && !before.isEmpty()) {
                return Optional.empty();
            } else if (answer.status() == PublicWeb.OK) {
                return Optional.of(validators(answer));
            } else {
                throw new Refusing(
                        RefreshRefusal.Kind.SERVER,
                        "the server answers " + answer.status() + " when asked for " + file
                                + "; is the address that of the folder with the files?");
            }
        }
        throw new Refusing(
                RefreshRefusal.Kind.SERVER, "the server sends us from address to address when asked for " + file);
    }

    private Validators head(String file) throws Refusing {
        Answer answer = web.ask(folder.resolve(file), Map.of(), file, null);
        return answer.status() == PublicWeb.OK ? validators(answer) : Validators.NONE;
    }

    private static Validators validators(Answer answer) {
        return new Validators(answer.header("ETag"), answer.header("Last-Modified"));
    }

    private static URI redirected(URI from, String file, Answer answer) throws Refusing {
        try {
            URI to = from.resolve(answer.header("Location"));
            if (from.getHost().equalsIgnoreCase(to.getHost())
                    && from.getPort() == to.getPort()
                    && from.getScheme().equalsIgnoreCase(to.getScheme())) {
                return to;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // Refused below.
        }
        throw new Refusing(
                RefreshRefusal.Kind.SERVER,
                "the server sends us to another host when asked for " + file
                        + "; if the files have moved there, give that address");
    }
}
