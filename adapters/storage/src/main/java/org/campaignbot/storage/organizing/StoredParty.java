package org.campaignbot.storage.organizing;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.campaignbot.party.Party;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a call party as JSON and reads it back; the field names are the record's own, so renaming one needs a new version. */
public final class StoredParty {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultVisibility(found -> found.withIsGetterVisibility(Visibility.NONE))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private StoredParty() {}

    static String write(Party party) {
        return MAPPER.writeValueAsString(party);
    }

    public static Party read(String json) {
        return MAPPER.readValue(json, Party.class);
    }
}
