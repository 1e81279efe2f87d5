package org.campaignbot.flow;

import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import org.campaignbot.message.LinkLook;

/**
 * The hosts that a pack's records name, as the address of a page or as a source.
 *
 * @param hosts each without {@code www}
 */
public record NamedHosts(Set<String> hosts) {

    public NamedHosts {
        hosts = Set.copyOf(hosts);
    }

    /** The hosts that a pack names. */
    public static NamedHosts of(Pack pack) {
        Set<String> hosts = new HashSet<>();
        pack.records().values().forEach(record -> add(record, hosts));
        hosts.remove("");
        return new NamedHosts(hosts);
    }

    private static void add(Value value, Set<String> hosts) {
        if (value instanceof Value.Row row) {
            row.fields().values().forEach(field -> add(field, hosts));
        } else if (value instanceof Value.Rows rows) {
            rows.rows().forEach(row -> add(row, hosts));
        } else if (value instanceof Value.Link link) {
            hosts.add(LinkLook.host(link.address()));
        }
    }

    /** Whether an address leads to one of them, or to a subdomain. */
    public boolean name(URI address) {
        return hosts.stream().anyMatch(host -> LinkLook.belongs(LinkLook.host(address), host));
    }
}
