import { Failure, failureFromResponse } from './failure.ts'

/** `fetch` that answers or throws a Failure; a request given up by us throws as `fetch` does. */
export async function request(path: string, init: RequestInit): Promise<Response> {
  let response: Response
  try {
    response = await fetch(path, { credentials: 'same-origin', ...init })
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    throw new Failure({ code: 'offline', cause })
  }
  if (!response.ok) throw await failureFromResponse(response)
  return response
}
