package provider

// Simulator is the id of the preset whose answers are made inside the page.
const Simulator = "simulator"

// Simulated says whether the endpoint is the simulator: nothing is sent to it
// over a network, whatever its base URL says.
func (e Endpoint) Simulated() bool { return e.Provider == Simulator }
