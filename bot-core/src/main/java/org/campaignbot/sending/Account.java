package org.campaignbot.sending;

import org.campaignbot.people.Address;

/**
 * One bot or workspace on a channel: the unit that a platform's rate limits apply to.
 *
 * @param channel the adapter, as in addresses
 * @param name which of its bots or workspaces
 */
public record Account(String channel, String name) {

    /** The account that an address belongs to. */
    public static Account of(Address address) {
        return new Account(address.channel(), address.account());
    }
}
