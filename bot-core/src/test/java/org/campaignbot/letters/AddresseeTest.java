package org.campaignbot.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.campaignbot.flow.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddresseeTest {

    private static final List<Value.Row> HOLDERS = List.of(
            holder("ZZ-S1", "Ana Example Luján", "Luján"),
            holder("ZZ-S2", "Bert Van Sample", "Van Sample"),
            holder("ZZ-1", "Cora Model", "Model"));

    private static Value.Row holder(String seat, String name, String last) {
        return new Value.Row(
                Map.of("seat", new Value.Text(seat), "name", new Value.Text(name), "last_name", new Value.Text(last)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Just to Senator Van Sample.|ZZ-S2",
                "Very nice. But it has to say Dear Senator Lujan|ZZ-S1",
                "I am not calling! It is for the letter. Senator Luján please|ZZ-S1",
                "van sample|ZZ-S2",
                "pa van sample nama|ZZ-S2",
                "donde dice nombre pon Van Sample|ZZ-S2",
                "pero que sea para el senador Van Sample|ZZ-S2",
                "I only want to write to Cora Model, not the other two|ZZ-1",
                "Sen. Luján|ZZ-S1"
            })
    void theOneWhomAnybodySaysItIsForIsFound(String text, String seat) {
        assertThat(Addressee.in(text, HOLDERS)).contains(seat);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I never liked Senator Van Sample",
                "send it to Luján and to Van Sample",
                "to Senator Nobody",
                "this sample of people",
                ""
            })
    void aMentionOrSeveralAddressNobody(String text) {
        assertThat(Addressee.in(text, HOLDERS)).isEmpty();
    }
}
