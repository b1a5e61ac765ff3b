/** Questions over all messages and circumstances of a scenario. */
package exsim.scenarios.ask;
