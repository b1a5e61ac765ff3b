package exsim.scenarios.display;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import exsim.scenarios.tracking.TrackedEvent;
import exsim.scenarios.tracking.TrackingField;
import java.math.BigDecimal;
import java.util.Map;

/**
 * An entry of a message tracking log as {@code Get-MessageTrackingLog} shows it.
 *
 * @param event the entry
 */
record TrackedEntry(TrackedEvent event) {
  private static final Spot NOWHERE = Spot.ofFile("");

  /** The object. */
  Located.Obj object() {
    Located.Obj object = new Located.Obj(NOWHERE, ImmutableList.of());
    for (Map.Entry<TrackingField, String> field : event.values().entrySet()) {
      object = object.with(field.getKey().property(), value(field.getKey(), field.getValue()));
    }
    return object;
  }

  private Located value(TrackingField field, String text) {
    return switch (field) {
      case DATE_TIME -> new Located.Text(NOWHERE, ShownDate.text(event.at()));
      case RECIPIENT_ADDRESS ->
          new Located.Arr(
              NOWHERE,
              event.recipients().stream()
                  .map(r -> (Located) new Located.Text(NOWHERE, r))
                  .collect(ImmutableList.toImmutableList()));
      case RECIPIENT_STATUS -> new Located.Arr(NOWHERE, statuses());
      case TOTAL_BYTES, RECIPIENT_COUNT -> new Located.Num(NOWHERE, new BigDecimal(text));
      default -> new Located.Text(NOWHERE, text);
    };
  }

  private ImmutableList<Located> statuses() {
    return event.recipients().stream()
        .map(r -> (Located) new Located.Text(NOWHERE, event.status()))
        .collect(ImmutableList.toImmutableList());
  }
}
