package org.campaignbot.storage.alert;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.audience.Criterion;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes an alert as JSON and reads it back; the field names are the record's own, so renaming one needs a new version. */
final class StoredAlert {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultVisibility(found -> found.withIsGetterVisibility(Visibility.NONE))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(Criterion.class, CriterionKinds.class)
            .build();

    private StoredAlert() {}

    static String write(Alert alert) {
        return MAPPER.writeValueAsString(alert);
    }

    static Alert read(String json) {
        return MAPPER.readValue(json, Alert.class);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Criterion.InState.class, name = "state"),
        @JsonSubTypes.Type(value = Criterion.InDistrict.class, name = "district"),
        @JsonSubTypes.Type(value = Criterion.HasChamber.class, name = "chamber"),
        @JsonSubTypes.Type(value = Criterion.HasLawmaker.class, name = "lawmaker"),
        @JsonSubTypes.Type(value = Criterion.HasParty.class, name = "party"),
        @JsonSubTypes.Type(value = Criterion.OnCommittee.class, name = "committee"),
        @JsonSubTypes.Type(value = Criterion.InLanguage.class, name = "language"),
        @JsonSubTypes.Type(value = Criterion.OnPlatform.class, name = "platform"),
        @JsonSubTypes.Type(value = Criterion.OfGroup.class, name = "group"),
        @JsonSubTypes.Type(value = Criterion.Earlier.class, name = "earlier")
    })
    private interface CriterionKinds {}
}
