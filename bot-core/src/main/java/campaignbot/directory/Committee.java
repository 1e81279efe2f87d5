package campaignbot.directory;

import java.util.List;

/**
 * A committee of Congress, not one of its subcommittees.
 *
 * @param id its key in the tables, as {@code SSAP}
 * @param name as the tables have it, in English
 * @param members the keys of its members, in the order of the tables
 */
public record Committee(String id, String name, List<String> members) {

    public Committee {
        members = List.copyOf(members);
    }
}
