/**
 * Exchange's objects as administrators see them: properties, defaults, refused combinations.
 *
 * <p>{@code ObjectKind} lists the kinds of object and leads to their property tables. One class per
 * kind decodes documents to the model: {@code SendConnectors}, {@code ReceiveConnectors}, {@code
 * InboundConnectors}, {@code OutboundConnectors}, {@code AcceptedDomains}, {@code TransportConfigs}
 * and {@code TransportRules}. What Exchange refuses or what is odd is a {@code ConfigurationRule},
 * one row each. {@code DefaultConnectors} has what setup makes.
 */
package exsim.scenarios.exchange;
