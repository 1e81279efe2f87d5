package campaignbot.content.check;

/** A step by its names. */
record Spot(String flow, String step) {

    @Override
    public String toString() {
        return flow + "/" + step;
    }
}
