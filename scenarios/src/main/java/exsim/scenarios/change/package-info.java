/** What two scenarios say differently, and which of it makes their journeys differ. */
package exsim.scenarios.change;
